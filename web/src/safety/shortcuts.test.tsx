import { fireEvent, render, screen } from '@testing-library/react';
import { useEffect } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setPreferences } from '~/preferences';
import { listenForShortcuts, useShortcut } from './shortcuts';

const log = vi.fn();
const cases = vi.fn();

function Keys() {
  useEffect(listenForShortcuts, []);
  useShortcut('l', 'Log a contact', log);
  useShortcut('g c', 'Go to cases', cases);
  return <input aria-label="Note" />;
}
const press = (key: string, target: Element = document.body) => fireEvent.keyDown(target, { key });

afterEach(() => {
  setPreferences({ keys: 'on' });
  vi.clearAllMocks();
});

describe('single-key shortcuts', () => {
  it('act, and keep their key from the page', () => {
    render(<Keys />);
    // fireEvent answers false when the default was prevented.
    expect(press('l')).toBe(false);
    expect(log).toHaveBeenCalledOnce();
  });

  it('take a sequence, also typed fast, and forget a first key that leads nowhere', () => {
    render(<Keys />);
    press('g');
    press('c');
    expect(cases).toHaveBeenCalledOnce();
    press('g');
    press('l');
    expect(log).toHaveBeenCalledOnce();
  });

  it('never act while text is being typed', () => {
    render(<Keys />);
    expect(press('l', screen.getByLabelText('Note'))).toBe(true);
    expect(log).not.toHaveBeenCalled();
  });

  it('can be switched off, or limited to Alt', () => {
    render(<Keys />);
    setPreferences({ keys: 'off' });
    press('l');
    setPreferences({ keys: 'alt' });
    press('l');
    expect(log).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'l', altKey: true });
    expect(log).toHaveBeenCalledOnce();
  });
});
