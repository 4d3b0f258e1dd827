export type Missing = 'voice' | 'strengths';

/** What a plan still lacks before it may become active (rules 65, 67). The server decides. */
export function missingFrom(plan: {
  voice?: object | null;
  strengths: readonly object[];
}): Missing[] {
  return [
    ...(plan.voice ? [] : ['voice' as const]),
    ...(plan.strengths.length > 0 ? [] : ['strengths' as const]),
  ];
}
