import { useLingui } from '@lingui/react/macro';
import css from './timeline.module.css';

/** What the shapes mean: filled for what is done, hollow for what is open or ahead. */
export function Key() {
  const { t } = useLingui();
  const bar = (className: string | undefined) => (
    <rect x="1" y="4" width="26" height="9" className={className} />
  );
  const shapes = [
    { words: t`filled: done`, shape: <circle cx="14" cy="8" r="6" className={css.filled} /> },
    {
      words: t`hollow: open, ahead, or not reached`,
      shape: <circle cx="14" cy="8" r="6" className={css.hollow} />,
    },
    { words: t`bar with stripes: away`, shape: bar(css.away) },
    { words: t`hollow bar: plan being written`, shape: bar(css.written) },
    { words: t`full bar: plan lived by`, shape: bar(css.plan) },
    { words: t`bar with dots: looked at again`, shape: bar(css.reviewed) },
    { words: t`broken outline: paused`, shape: bar(css.paused) },
    {
      words: t`cross: a version was agreed on`,
      shape: <path d="M9 3l10 10m0 -10l-10 10" className={css.runs} />,
    },
    {
      words: t`diamond with a dark edge: overdue`,
      shape: <path d="M14 1l7 7l-7 7l-7 -7z" className={css.late} />,
    },
  ];
  return (
    <ul className={css.key} aria-label={t`What the shapes mean`}>
      {shapes.map(({ words, shape }) => (
        <li key={words}>
          <svg className={css.picture} width="28" height="16" aria-hidden="true">
            {shape}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
