import { describe, expect, it, vi } from 'vitest';
import { leave } from './leave';

describe('leaving', () => {
  it('rule_121_the_page_is_blank_before_the_session_ends_and_before_going_away', () => {
    document.body.innerHTML = '<p>Wren</p>';
    const seen: [string, string | null][] = [];
    const note = (what: string) => seen.push([what, document.body.textContent]);
    Object.defineProperty(navigator, 'sendBeacon', {
      configurable: true,
      value: vi.fn((url: string) => {
        note(url);
        return true;
      }),
    });
    const replace = vi.spyOn(window.location, 'replace').mockImplementation((url) => {
      note(String(url));
    });
    leave();
    expect(seen).toEqual([
      ['/auth/leave', ''],
      ['about:blank', ''],
    ]);
    expect(document.body.hidden).toBe(true);
    replace.mockRestore();
    document.body.hidden = false;
  });
});
