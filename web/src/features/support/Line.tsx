import { ownWords } from './own';
import css from './support.module.css';

/** One line, quoted as the young person's where it is written in quotation marks. */
export function Line({ children }: { children: string }) {
  const own = ownWords(children);
  return own ? <q className={css.own}>{own}</q> : children;
}
