import { describe, expect, it } from 'vitest';
import { distance } from './distances';

describe('distances', () => {
  it('are in miles where roads are, and in kilometers elsewhere', () => {
    expect(distance(1609.344, 'en-US', 'en')).toBe('1 mi');
    expect(distance(1609.344, 'es', 'en')).toBe('1 mi');
    expect(distance(1609.344, 'es-MX', 'en')).toBe('1.6 km');
    expect(distance(160_934.4, 'en-US', 'en')).toBe('100 mi');
  });
});
