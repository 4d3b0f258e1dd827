import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Day } from '../text/Day';
import { Hideable } from './Hideable';
import css from './sensitive.module.css';

interface QuoteProps {
  /** The exact words, never reworded. */
  children: ReactNode;
  /** Whose words: the working alias. */
  who: string;
  /** When they were said or written (an instant or a day); absent where that is not known. */
  when?: string;
}

/** A young person's own words, shown as theirs: quoted, dated, with the one who spoke. */
export function Quote({ children, who, when }: QuoteProps) {
  return (
    <figure className={css.quote}>
      {/* The words are kept as they were written; on screen, an empty line at their end would
          leave the closing mark alone on the next. */}
      <blockquote>{typeof children === 'string' ? children.trimEnd() : children}</blockquote>
      <figcaption>
        {when ? (
          <Trans>
            <Hideable>{who}</Hideable>, in their own words, <Day value={when} />
          </Trans>
        ) : (
          <Trans>
            <Hideable>{who}</Hideable>, in their own words
          </Trans>
        )}
      </figcaption>
    </figure>
  );
}
