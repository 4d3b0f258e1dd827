import css from './directory.module.css';

/** A number to call, as the directory has it; one press away on a phone. */
export function Phone({ number, large = false }: { number: string; large?: boolean }) {
  return (
    <a className={large ? css.largePhone : css.phone} href={`tel:${number.replace(/[^+\d]/g, '')}`}>
      {number}
    </a>
  );
}
