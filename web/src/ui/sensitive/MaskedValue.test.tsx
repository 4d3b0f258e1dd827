import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TestScreen } from '~/test/TestScreen';
import { MaskedValue } from './MaskedValue';

const onReveal = vi.fn(async (_reason: string) => ({
  kind: 'done' as const,
  value: { value: 'Example Name', hideAfterSeconds: 60 },
}));

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  onReveal.mockClear();
});
afterEach(() => vi.useRealTimers());

const show = (value: { masked: boolean; value?: string | null }) =>
  render(
    <TestScreen>
      <MaskedValue label="Legal name" value={value} unknown="Not recorded" onReveal={onReveal} />
    </TestScreen>,
  );
async function ask(reason: string) {
  fireEvent.click(screen.getByRole('button', { name: 'Show Legal name' }));
  fireEvent.change(await screen.findByLabelText(/Why do you need/), { target: { value: reason } });
  fireEvent.click(await screen.findByRole('button', { name: 'Show it', hidden: true }));
}

describe('a masked value', () => {
  it('is not on the page until it was asked for, and not without a reason', async () => {
    show({ masked: true });
    expect(screen.queryByText('Example Name')).toBeNull();
    await ask('   ');
    expect(await screen.findByRole('alert', { hidden: true })).toHaveTextContent(
      'Say why you need it',
    );
    expect(onReveal).not.toHaveBeenCalled();
  });

  it('is shown for its time, then gone again', async () => {
    show({ masked: true });
    await ask('Court asks for the name');
    expect(await screen.findByText('Example Name')).toBeVisible();
    expect(onReveal).toHaveBeenCalledWith('Court asks for the name');
    await act(() => vi.advanceTimersByTimeAsync(59_000));
    expect(screen.getByText('Example Name')).toBeVisible();
    await act(() => vi.advanceTimersByTimeAsync(1500));
    expect(screen.queryByText('Example Name')).toBeNull();
  });

  it('says what the server says when it refuses', async () => {
    onReveal.mockResolvedValueOnce({
      kind: 'problems',
      message: 'Not for you',
      fields: [],
    } as never);
    show({ masked: true });
    await ask('Curious');
    expect(await screen.findByRole('alert', { hidden: true })).toHaveTextContent('Not for you');
  });

  it('is plain when the server sent it open, and says when nobody knows it', () => {
    const { unmount } = show({ masked: false, value: 'Open Name' });
    expect(screen.getByText('Open Name')).toBeVisible();
    unmount();
    show({ masked: false, value: null });
    expect(screen.getByText('Not recorded')).toBeVisible();
  });
});
