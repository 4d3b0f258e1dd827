import type { ReactNode } from 'react';
import css from './views.module.css';

interface ViewLinksProps {
  /** What is chosen here: "Views of the cases". */
  label: string;
  /** Links; the one that is shown carries `aria-current`. */
  views: readonly { key: string; link: ReactNode }[];
}

/** Saved views of one list, as links beside each other: each has its own address. */
export function ViewLinks({ label, views }: ViewLinksProps) {
  return (
    <nav aria-label={label} className={css.views}>
      <ul>
        {views.map(({ key, link }) => (
          <li key={key}>{link}</li>
        ))}
      </ul>
    </nav>
  );
}
