import { describe, expect, it } from 'vitest';
import type { ImmediateStep } from '../query';
import { nextSilent } from './silent';

const step = (section: ImmediateStep['section'], content: string | null, unknownYet = false) =>
  ({ section, content, unknownYet, version: 1 }) as ImmediateStep;

describe('parts that say nothing', () => {
  it('rule_064_not_known_yet_is_an_answer_and_silence_is_not', () => {
    const meets = step('WHO_MEETS', null);
    const transport = step('TRANSPORT', null, true);
    const tonight = step('WHERE_TONIGHT', 'At her aunt’s.');
    const told = step('WHO_MAY_BE_TOLD', null);
    const all = [meets, transport, tonight, told];
    expect(nextSilent(all, meets)).toBe(told);
    expect(nextSilent(all, told)).toBe(meets);
    expect(nextSilent([transport, tonight, told], told)).toBeUndefined();
  });
});
