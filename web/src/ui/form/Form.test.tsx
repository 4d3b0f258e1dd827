import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { TestScreen } from '~/test/TestScreen';
import { Check } from './Check';
import { ChipChoice } from './ChipChoice';
import { DateField } from './DateField';
import { Form } from './Form';
import type { FieldConflict, Outcome, Submission } from './outcome';
import { TextField } from './TextField';
import { useForm } from './useForm';

type Answer = (values: { note: string }, sent: Submission) => Promise<Outcome<string>>;

function Example({ answer, onDone }: { answer: Answer; onDone?: (value: string) => void }) {
  const form = useForm({ initialValues: { note: '' } });
  return (
    <TestScreen>
      <Form form={form} onSubmit={answer} onDone={onDone ?? (() => {})} submitLabel="Save">
        <TextField name="note" label="Note" />
      </Form>
    </TestScreen>
  );
}

function Coded({ fields }: { fields: FieldConflict[] }) {
  const form = useForm({ initialValues: { kind: 'PHONE', safe: true, on: null } });
  const answer = async (): Promise<Outcome<string>> => ({
    kind: 'conflict',
    message: 'Changed',
    currentVersion: 2,
    fields,
  });
  const kinds = [
    { value: 'PHONE', label: 'By phone' },
    { value: 'LETTER', label: 'By letter' },
  ];
  return (
    <TestScreen>
      <Form form={form} onSubmit={answer} onDone={() => {}} submitLabel="Save">
        <ChipChoice name="kind" label="How" choices={kinds} />
        <Check name="safe" label="Safe" />
        <DateField name="on" label="On" />
      </Form>
    </TestScreen>
  );
}
const note = () => screen.getByLabelText<HTMLInputElement>('Note');
const save = () => screen.getByRole('button', { name: 'Save' });

describe('a form', () => {
  it('lists what the server found, beside the field and on top, and clears nothing', async () => {
    const answer: Answer = async () => ({
      kind: 'problems',
      message: 'Look again',
      fields: [{ path: 'note', message: 'Say a little more' }],
    });
    render(<Example answer={answer} />);
    await userEvent.type(note(), 'called');
    await userEvent.click(save());
    const summary = await screen.findByRole('alert', { name: '' });
    expect(summary).toHaveTextContent('Note: Say a little more');
    expect(summary).toHaveFocus();
    expect(note().value).toBe('called');
    await userEvent.click(screen.getByRole('link', { name: 'Note: Say a little more' }));
    expect(note()).toHaveFocus();
  });

  it('is sent once, however often it is pressed', async () => {
    let finish = (_: Outcome<string>) => {};
    const answer = vi.fn<Answer>(() => new Promise((resolve) => (finish = resolve)));
    const done = vi.fn();
    render(<Example answer={answer} onDone={done} />);
    await userEvent.type(note(), 'x{Control>}{Enter}{Enter}{/Control}');
    await userEvent.click(save());
    expect(answer).toHaveBeenCalledTimes(1);
    finish({ kind: 'done', value: 'saved' });
    await waitFor(() => expect(done).toHaveBeenCalledWith('saved', { note: 'x' }));
  });

  it('keeps its key while a try is unanswered, and takes a new one for other values', async () => {
    const keys: string[] = [];
    const answer: Answer = async (_, sent) => {
      keys.push(sent.clientMutationKey);
      return { kind: 'fault', message: 'No connection' };
    };
    render(<Example answer={answer} />);
    await userEvent.type(note(), 'a');
    await userEvent.click(save());
    await screen.findByText('No connection');
    await userEvent.click(save());
    await userEvent.type(note(), 'b');
    await userEvent.click(save());
    await waitFor(() => expect(keys).toHaveLength(3));
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('settles a conflict field by field and sends on top of the newer version', async () => {
    const sent: unknown[] = [];
    const answer: Answer = async (values, { settledVersion }) => {
      sent.push([values.note, settledVersion]);
      return sent.length > 1
        ? { kind: 'done', value: 'ok' }
        : {
            kind: 'conflict',
            message: 'Changed',
            currentVersion: 7,
            fields: [{ path: 'note', yours: 'mine', theirs: 'theirs' }],
          };
    };
    render(<Example answer={answer} />);
    await userEvent.type(note(), 'mine');
    await userEvent.click(save());
    await userEvent.click(await screen.findByRole('radio', { name: /theirs$/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Save what I chose' }));
    await waitFor(() =>
      expect(sent).toEqual([
        ['mine', undefined],
        ['theirs', 7],
      ]),
    );
  });

  it('tells a conflict in the words of its fields, never in codes', async () => {
    const fields = [
      { path: 'kind', yours: 'PHONE', theirs: 'LETTER' },
      { path: 'safe', yours: 'true', theirs: 'false' },
      { path: 'on', yours: null, theirs: '2026-05-01' },
    ];
    render(<Coded fields={fields} />);
    await userEvent.click(save());
    const dialog = within(await screen.findByRole('dialog'));
    const told = dialog.getAllByRole('radio').map((one) => one.closest('label')?.textContent);
    expect(told).toEqual([
      'MineBy phone',
      'TheirsBy letter',
      'MineYes',
      'TheirsNo',
      'Mine(empty)',
      'TheirsMay 1, 2026',
    ]);
  });
});
