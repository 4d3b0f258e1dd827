import { expect, it } from 'vitest';
import { lineOf } from './line';

it('takes the kind and the star off a line, and leaves all else as it was said', () => {
  expect(lineOf('TRIGGERS', 'NOISE: doors: loud ones')).toEqual({
    kind: 'NOISE',
    text: 'doors: loud ones',
    chosen: false,
  });
  expect(lineOf('SAFE_PEOPLE', 'Aunt Fern: 555-0104 *')).toEqual({
    text: 'Aunt Fern: 555-0104',
    chosen: true,
  });
  expect(lineOf('WARNING_SIGNS', 'SOS: when I text it')).toEqual({
    text: 'SOS: when I text it',
    chosen: false,
  });
});
