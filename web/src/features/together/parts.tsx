import { type ReactNode, useId, useState } from 'react';
import css from './together.module.css';

/** One thing at a time: what is asked, room for an answer, and the way on. */
export function Step({
  title,
  hint,
  children,
}: {
  title: ReactNode;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <>
      <h1 data-page-title tabIndex={-1}>
        {title}
      </h1>
      {hint ? <p className={css.hint}>{hint}</p> : null}
      {children}
    </>
  );
}

interface BigProps {
  children: ReactNode;
  onClick: () => void;
  look?: 'main' | 'plain';
  /** Chosen, or not, for what can be both. */
  chosen?: boolean;
  disabled?: boolean;
}

/** A target that a finger finds. */
export function Big({ children, onClick, look = 'plain', chosen, disabled }: BigProps) {
  return (
    <button
      type="button"
      className={css.big}
      data-look={look}
      aria-pressed={chosen}
      disabled={disabled}
      onClick={onClick}
    >
      {chosen === undefined ? null : <span className={css.tick} aria-hidden data-on={chosen} />}
      <span>{children}</span>
    </button>
  );
}

interface WordsProps {
  label: string;
  value: string;
  onChange: (words: string) => void;
  rows?: number;
}

/** Room for her words. Nothing corrects, completes or translates them (rule 10). */
export function Words({ label, value, onChange, rows = 4 }: WordsProps) {
  const id = useId();
  return (
    <div className={css.words}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        translate="no"
        data-gramm="false"
      />
    </div>
  );
}

/** Words that are kept in the page until they are handed on: state that outlives its step. */
export function useTyped() {
  const [typed, setTyped] = useState<Record<string, string>>({});
  return {
    of: (field: string, before = '') => typed[field] ?? before,
    set: (field: string) => (words: string) => setTyped((all) => ({ ...all, [field]: words })),
    clear: (field: string) => setTyped(({ [field]: _, ...rest }) => rest),
  };
}
export type Typed = ReturnType<typeof useTyped>;

/** Something she said, exactly as she said it. */
export const Said = ({ children }: { children: string }) => (
  <p className={css.said} translate="no">
    {children}
  </p>
);
