import { describe, expect, it } from 'vitest';
import { joinWho, type Who } from './who';

const names: Record<string, string> = { u1: 'Wren', u2: 'Fern' };
const say = ({ owner, ownerName }: Who) => (owner ? (names[owner] ?? null) : ownerName);
const mine = { owner: 'u1', ownerName: null };

describe('who does a step, in a conflict', () => {
  it('is one thing to choose when a colleague put somebody else by name', () => {
    const fields = [
      { path: 'text', yours: 'a', theirs: 'b' },
      { path: 'owner', yours: 'u1', theirs: null },
      { path: 'ownerName', yours: null, theirs: 'Aunt Linden' },
    ];
    expect(joinWho(fields, mine, say)).toEqual({
      fields: [fields[0], { path: 'by', yours: 'Wren', theirs: 'Aunt Linden' }],
      theirs: { owner: null, ownerName: 'Aunt Linden' },
    });
  });

  it('is told by names when it is another colleague', () => {
    const fields = [{ path: 'owner', yours: 'u1', theirs: 'u2' }];
    expect(joinWho(fields, mine, say)).toEqual({
      fields: [{ path: 'by', yours: 'Wren', theirs: 'Fern' }],
      theirs: { owner: 'u2', ownerName: null },
    });
  });

  it('is left out where both say the same', () => {
    const fields = [{ path: 'text', yours: 'a', theirs: 'b' }];
    expect(joinWho(fields, mine, say)).toEqual({ fields, theirs: mine });
  });
});
