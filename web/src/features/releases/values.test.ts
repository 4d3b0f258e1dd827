import { describe, expect, it } from 'vitest';
import { instantOf } from '~/features/requests/instant';
import { draftOf, emptyRelease, isLong, lastDay, type ReleaseValues } from './values';

const day = '2027-03-01';
const given = (values: Partial<ReleaseValues>) =>
  draftOf({ ...emptyRelease(30), startsAt: day, expiresAt: '2027-03-31', ...values }, 90, day);

describe('what the server is sent of a release', () => {
  it('rule_013_now_and_the_usual_length_are_left_to_the_server', () => {
    expect(given({})).not.toHaveProperty('startsAt');
    expect(given({ expiresAt: null })).not.toHaveProperty('expiresAt');
  });

  it('rule_013_another_last_day_counts_in_full', () => {
    expect(given({ expiresAt: '2027-03-05' }).expiresAt).toBe(instantOf('2027-03-06', '00:00'));
  });

  it('begins with a later day', () => {
    const sent = given({ startsAt: '2027-03-10', expiresAt: '2027-03-20' });
    expect(sent.startsAt).toBe(instantOf('2027-03-10', '00:00'));
    expect(sent.expiresAt).toBe(instantOf('2027-03-21', '00:00'));
  });

  it('rule_013_more_than_ninety_days_asks_why_and_less_sends_no_reason', () => {
    expect(isLong(day, '2027-05-29', 90)).toBe(false);
    expect(isLong(day, '2027-05-30', 90)).toBe(true);
    const longerReason = 'The hearing is in June.';
    expect(given({ expiresAt: '2027-05-30', longerReason }).longerReason).toBe(longerReason);
    expect(given({ expiresAt: '2027-05-29', longerReason }).longerReason).toBeNull();
  });

  it('rule_014_a_basis_belongs_to_one_who_signs_alone', () => {
    const signerBasis = 'Counseling from 14 on.';
    expect(given({ signerPolicy: 'MINOR_ALONE', signerBasis }).signerBasis).toBe(signerBasis);
    expect(given({ signerPolicy: 'MINOR_AND_PARENT', signerBasis }).signerBasis).toBeNull();
  });
});

describe('until when it is said to hold', () => {
  it('rule_013_an_end_at_midnight_names_the_last_whole_day', () => {
    expect(lastDay(instantOf('2027-03-06', '00:00'))).toBe('2027-03-05');
    expect(lastDay(instantOf('2027-01-01', '00:00'))).toBe('2026-12-31');
  });

  it('another end has no such day', () => {
    expect(lastDay(instantOf('2027-03-06', '14:30'))).toBeUndefined();
  });
});
