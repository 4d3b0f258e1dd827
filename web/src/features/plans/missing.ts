export type Missing = 'voice' | 'strengths' | 'review';

/** What a plan still lacks before it may become active (rules 65, 67, 72). The server decides. */
export function missingFrom(plan: {
  voice?: object | null;
  strengths: readonly object[];
  reviewOn?: string | null;
}): Missing[] {
  return [
    ...(plan.voice ? [] : ['voice' as const]),
    ...(plan.strengths.length > 0 ? [] : ['strengths' as const]),
    ...(plan.reviewOn ? [] : ['review' as const]),
  ];
}
