import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leave } from './leave';

const seen: [string, string | null][] = [];
const note = (what: string) => seen.push([what, document.body.textContent]);

beforeEach(() => {
  seen.length = 0;
  document.body.innerHTML = '<p>Wren</p>';
  Object.defineProperty(navigator, 'sendBeacon', {
    configurable: true,
    value: (url: string) => Boolean(note(url)),
  });
  vi.spyOn(window.location, 'replace').mockImplementation((url) => void note(String(url)));
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.hidden = false;
});

describe('leaving', () => {
  it('rule_121_the_page_is_blank_before_the_session_ends_and_before_going_away', () => {
    leave();
    expect(seen).toEqual([
      ['/auth/leave', ''],
      ['about:blank', ''],
    ]);
    expect(document.body.hidden).toBe(true);
  });

  it('rule_121_no_form_can_ask_to_stay', () => {
    const askToStay = (event: Event) => event.preventDefault();
    window.addEventListener('beforeunload', askToStay);
    leave();
    const going = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(going);
    window.removeEventListener('beforeunload', askToStay);
    expect(going.defaultPrevented).toBe(false);
  });
});
