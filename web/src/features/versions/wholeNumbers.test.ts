import { expect, it } from 'vitest';
import { wholeNumbers } from './wholeNumbers';

it('takes whole numbers with commas between, and nothing else', () => {
  expect(wholeNumbers('72, 96,120')).toEqual([72, 96, 120]);
  expect(wholeNumbers(' ')).toEqual([]);
  expect(wholeNumbers('72, soon')).toBeUndefined();
  expect(wholeNumbers('7.5')).toBeUndefined();
  expect(wholeNumbers('72,,96')).toBeUndefined();
});
