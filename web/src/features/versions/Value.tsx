import { useLingui } from '@lingui/react/macro';
import { calmingKind, triggerKind } from '~/features/support/words';
import {
  agreement,
  contactWish,
  goalOwner,
  goalState,
  planDomain,
  planState,
  stepState,
  strengthKind,
  useWords,
  voiceKind,
  type Words,
} from '~/features/words';
import { Day, Hideable } from '~/ui';
import { lineOf } from './line';
import type { Difference } from './together';
import css from './versions.module.css';

interface ValueProps {
  of: Difference;
  side: 'before' | 'after';
  own: ReadonlySet<string>;
}

const days = ['REVIEW_ON', 'RIGHT_EXPLAINED_ON', 'VOICE_NEXT_OFFER_ON', 'TARGET_ON', 'DUE_ON'];

/** The vocabulary of a field whose values are codes. */
function codesOf({ part, field }: Difference): Words<string> | undefined {
  switch (field) {
    case 'STATE':
      return part === 'GOAL' ? goalState : part === 'STEP' ? stepState : planState;
    case 'KIND':
      return strengthKind;
    case 'DOMAIN':
      return planDomain;
    case 'OWNER':
      return part === 'GOAL' ? goalOwner : undefined;
    case 'AGREEMENT':
      return agreement;
    case 'VOICE_KIND':
      return voiceKind;
    default:
      return undefined;
  }
}

/** The vocabulary of a list's kinds. */
function kindsOf(field: Difference['field']): Words<string> | undefined {
  if (field === 'TRIGGERS') return triggerKind;
  if (field === 'CALMING') return calmingKind;
  return field === 'CONTACT_WISHES' ? contactWish : undefined;
}

/** What a field said, exactly; codes and days in the reader's language. */
export function Value({ of, side, own }: ValueProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const before = side === 'before';
  const named = before
    ? (of.colleagueBefore ?? of.serviceBefore)
    : (of.colleagueAfter ?? of.serviceAfter);
  if (named) return named.name;
  const text = before ? of.before : of.after;
  if (!text) return <span className="t-soft">{t`nothing`}</span>;
  const codes = codesOf(of);
  if (codes && text in codes) return word(codes, text);
  if (of.field && days.includes(of.field)) return <Day value={text} />;
  if (text === 'true') return t`Yes`;
  if (text === 'false') return t`No`;
  if (of.field === 'VOICE_WORDS' || own.has(text)) return <q className={css.words}>{text}</q>;
  const line = lineOf(of.field, text);
  const kinds = kindsOf(of.field);
  return (
    <span className={css.words}>
      {kinds && line.kind && line.kind in kinds ? `${word(kinds, line.kind)}: ` : null}
      {of.field === 'SAFE_PEOPLE' ? <Hideable>{line.text}</Hideable> : line.text}
      {line.chosen ? <span className="t-soft"> {t`chosen by the young person`}</span> : null}
    </span>
  );
}
