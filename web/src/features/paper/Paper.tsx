import { useLingui } from '@lingui/react/macro';
import { Hideable } from '~/ui';
import { PaperFigure } from './PaperFigure';
import css from './paper.module.css';
import type { Preview } from './query';

type Block = Preview['parts'][number]['blocks'][number];

const isEntry = ({ kind }: Block) => kind === 'POINT' || kind === 'OPEN' || kind === 'TICKED';

/** Blocks in the order in which they are read, entries that follow each other as one list. */
function grouped(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last?.[0] && isEntry(last[0]) && isEntry(block)) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** What will be on paper, word for word and in its order; the pages are set by the server. */
export function Paper({ of }: { of: Preview }) {
  const { t } = useLingui();
  return (
    <article
      className={css.paper}
      aria-label={t`What will be on paper`}
      lang={of.language.toLowerCase()}
    >
      {of.title ? (
        <h3 className={css.title}>
          <Hideable>{of.title}</Hideable>
        </h3>
      ) : null}
      {of.notice ? <p className={css.note}>{of.notice}</p> : null}
      {of.parts.map((part) => (
        <section key={part.heading}>
          <h4 className={css.heading}>{part.heading}</h4>
          {grouped(part.blocks).map((group, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is shown does not change
            <Group key={at} of={group} />
          ))}
        </section>
      ))}
    </article>
  );
}

function Group({ of }: { of: Block[] }) {
  const [first] = of;
  if (!first) return null;
  if (isEntry(first)) {
    return (
      <ul className={css.list}>
        {of.map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is shown does not change
          <li key={at} data-kind={block.kind}>
            <Said of={block} />
          </li>
        ))}
      </ul>
    );
  }
  if (first.figure) return <PaperFigure of={first.figure} shows={first.text} />;
  if (first.kind === 'WORDS') return <blockquote className={css.words}>{first.text}</blockquote>;
  return (
    <div className={first.kind === 'HEAD' ? css.head : css.line}>
      <Said of={first} />
    </div>
  );
}

const Said = ({ of }: { of: Block }) => (
  <>
    <span>{of.text}</span>
    {of.note ? <span className={css.note}>{of.note}</span> : null}
  </>
);
