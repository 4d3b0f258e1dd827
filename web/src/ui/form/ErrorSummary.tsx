import { Plural } from '@lingui/react/macro';
import { type Ref, useEffect, useRef } from 'react';
import css from './form.module.css';

export interface SummaryEntry {
  message: string;
  /** The field's name for people; without it the message speaks for itself. */
  label?: string | undefined;
  /** The id of the field, when it is on this screen. */
  fieldId?: string | undefined;
}

interface ErrorSummaryProps {
  entries: readonly SummaryEntry[];
  ref?: Ref<HTMLDivElement>;
}

/** All that keeps the form from being saved, on top, each linked to its field; it takes focus. */
export function ErrorSummary({ entries }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  // A new list is a new answer: focus comes back to it each time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list itself is the trigger
  useEffect(() => box.current?.focus(), [entries]);
  if (entries.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={css.summary}>
      <h2>
        <Plural
          value={entries.length}
          one="One thing needs another look"
          other="# things need another look"
        />
      </h2>
      <ul>
        {entries.map((entry) => (
          <li key={`${entry.fieldId ?? ''}${entry.message}`}>
            {entry.fieldId ? (
              <a
                href={`#${entry.fieldId}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(entry.fieldId);
                }}
              >
                {entry.label
                  ? `${entry.label.replace(/[?:]$/, '')}: ${entry.message}`
                  : entry.message}
              </a>
            ) : (
              entry.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Groups of chips take focus on their first choice, other fields on themselves. */
function focusField(id: string | undefined) {
  const field = id ? document.getElementById(id) : null;
  const target = field?.querySelector<HTMLElement>('input') ?? field;
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
}
