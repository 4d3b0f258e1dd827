import type { ImmediateStep } from '../query';

/** A part that says nothing, not even that it is not known yet (rule 64). */
export const isSilent = ({ content, unknownYet }: Pick<ImmediateStep, 'content' | 'unknownYet'>) =>
  !content && !unknownYet;

/** The next part that says nothing, after this one and then from the beginning. */
export function nextSilent(
  steps: readonly ImmediateStep[],
  after: ImmediateStep,
): ImmediateStep | undefined {
  const at = steps.findIndex(({ section }) => section === after.section);
  const others = [...steps.slice(at + 1), ...steps.slice(0, Math.max(at, 0))];
  return others.find(isSilent);
}
