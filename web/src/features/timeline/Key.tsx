import { useLingui } from '@lingui/react/macro';
import css from './timeline.module.css';

/** What the shapes mean: filled for what is done, hollow for what is open or ahead. */
export function Key() {
  const { t } = useLingui();
  const shapes = [
    { words: t`filled: done`, shape: <circle cx="8" cy="8" r="6" className={css.filled} /> },
    {
      words: t`hollow: open, ahead, or not reached`,
      shape: <circle cx="8" cy="8" r="6" className={css.hollow} />,
    },
    {
      words: t`diamond with a dark edge: overdue`,
      shape: <path d="M8 1l7 7l-7 7l-7 -7z" className={css.late} />,
    },
  ];
  return (
    <ul className={css.key} aria-label={t`What the shapes mean`}>
      {shapes.map(({ words, shape }) => (
        <li key={words}>
          <svg className={css.picture} width="16" height="16" aria-hidden="true">
            {shape}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
