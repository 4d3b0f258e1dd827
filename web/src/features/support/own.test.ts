import { describe, expect, it } from 'vitest';
import { linesOf, ownWords } from './own';

describe('what is written line by line', () => {
  it('takes a line in quotation marks for the own words of the young person', () => {
    expect(ownWords('“Leave me some time.”')).toBe('Leave me some time.');
    expect(ownWords(' "Con música." ')).toBe('Con música.');
    expect(ownWords('She says “later”')).toBeUndefined();
  });

  it('leaves empty lines out', () => {
    expect(linesOf('A charger\n\n  Her own shampoo \n')).toEqual(['A charger', 'Her own shampoo']);
  });
});
