import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { Row, StatusPill } from '~/ui';
import type { Difference, Together } from './together';
import { Value } from './Value';
import css from './versions.module.css';
import { differenceKind, field, part } from './words';

const tones = { ADDED: 'active', CHANGED: 'waiting', REMOVED: 'calm' } as const;

interface ChangedProps {
  group: Together;
  own: ReadonlySet<string>;
}

/** One thing of the plan that came, went, or says something else: the words of both. */
export function Changed({ group, own }: ChangedProps) {
  const { word } = useWords();
  const { kind, label } = group;
  return (
    <article className={css.changed}>
      <Row>
        <StatusPill tone={tones[kind]}>{word(differenceKind, kind)}</StatusPill>
        <span className="t-soft">{word(part, group.part)}</span>
      </Row>
      {label ? <h3 className={css.words}>{own.has(label) ? <q>{label}</q> : label}</h3> : null}
      {group.differences.map((difference, at) =>
        kind === 'CHANGED' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was compared does not change
          <BothTexts key={at} of={difference} own={own} />
        ) : difference.field ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was compared does not change
          <div key={at}>
            <div className="t-soft">{word(field, difference.field)}</div>
            <Value of={difference} side={kind === 'ADDED' ? 'after' : 'before'} own={own} />
          </div>
        ) : null,
      )}
    </article>
  );
}

function BothTexts({ of, own }: { of: Difference; own: ReadonlySet<string> }) {
  const { t } = useLingui();
  const { word } = useWords();
  return (
    <div>
      {of.field ? <div className={css.field}>{word(field, of.field)}</div> : null}
      <dl className={css.both}>
        <div>
          <dt>{t`Before`}</dt>
          <dd>
            <Value of={of} side="before" own={own} />
          </dd>
        </div>
        <div>
          <dt>{t`After`}</dt>
          <dd>
            <Value of={of} side="after" own={own} />
          </dd>
        </div>
      </dl>
    </div>
  );
}
