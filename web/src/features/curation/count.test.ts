import { describe, expect, it } from 'vitest';
import { shown } from './count';

describe('how much waits', () => {
  it('is counted to a hundred and no further', () => {
    expect([0, 99, 100, 250].map(shown)).toEqual(['0', '99', '100+', '100+']);
  });
});
