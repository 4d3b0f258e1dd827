import { type ReactNode, useLayoutEffect, useRef } from 'react';
import css from './views.module.css';

interface ViewLinksProps {
  /** What is chosen here: "Views of the cases". */
  label: string;
  /** Links; the one that is shown carries `aria-current`. */
  views: readonly { key: string; link: ReactNode }[];
}

/** Saved views of one list, as links beside each other: each has its own address. */
export function ViewLinks({ label, views }: ViewLinksProps) {
  const list = useRef<HTMLUListElement>(null);
  // On a phone they are wider than the screen: the one that is shown is not left out of sight.
  useLayoutEffect(() => {
    const bring = () => {
      const current = list.current?.querySelector('[aria-current]')?.getBoundingClientRect();
      const seen = list.current?.getBoundingClientRect();
      if (!list.current || !current || !seen) return;
      if (current.right > seen.right) list.current.scrollLeft += current.right - seen.right;
      else if (current.left < seen.left) list.current.scrollLeft -= seen.left - current.left;
    };
    bring();
    window.addEventListener('resize', bring);
    return () => window.removeEventListener('resize', bring);
  });
  return (
    <nav aria-label={label} className={css.views}>
      <ul ref={list}>
        {views.map(({ key, link }) => (
          <li key={key}>{link}</li>
        ))}
      </ul>
    </nav>
  );
}
