import css from './actions.module.css';

/** Keys as they are pressed, one after the other: `<KeyHint keys={['G', 'C']} />`. */
export function KeyHint({ keys }: { keys: readonly string[] }) {
  return (
    <span className={css.keys}>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
