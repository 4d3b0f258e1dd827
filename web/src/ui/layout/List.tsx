import type { Key, ReactNode } from 'react';
import css from './layout.module.css';

interface ListProps<Item> {
  items: readonly Item[];
  itemKey: (item: Item) => Key;
  children: (item: Item) => ReactNode;
  /** What these are, for those who listen. */
  label: string;
}

/** Rows with a line between them: worklists, histories, people. One action per row. */
export function List<Item>({ items, itemKey, children, label }: ListProps<Item>) {
  return (
    <ul className={css.list} aria-label={label}>
      {items.map((item) => (
        <li key={itemKey(item)}>{children(item)}</li>
      ))}
    </ul>
  );
}
