import { useLingui } from '@lingui/react/macro';
import type { CrisisType } from '~/gql/generated/graphql';
import { Notice } from '~/ui';
import css from './contacts.module.css';

/** Numbers for danger to life, the fitting ones first. */
export function CrisisHelp({ dangers }: { dangers: readonly CrisisType[] }) {
  const { t } = useLingui();
  const suicide = dangers.some((danger) => danger.startsWith('SUICIDAL') || danger === 'SELF_HARM');
  const trafficker = dangers.includes('TRAFFICKER_AT_LOCATION');
  const overdose = dangers.includes('OVERDOSE');
  const lines = [
    { number: '911', words: t`Police, fire, ambulance`, shown: true },
    { number: '988', words: t`Suicide & Crisis Lifeline`, shown: suicide },
    { number: '1-800-222-1222', words: t`Poison Help`, shown: overdose },
    {
      number: '1-888-373-7888',
      words: t`National Human Trafficking Hotline`,
      shown: trafficker,
    },
  ];
  return (
    <Notice tone="problem" title={t`Danger to life: get help first, then write`}>
      <ul className={css.numbers}>
        {lines
          .filter(({ shown }) => shown)
          .map(({ number, words }) => (
            <li key={number}>
              <a href={`tel:${number.replaceAll('-', '')}`}>{number}</a> {words}
            </li>
          ))}
      </ul>
    </Notice>
  );
}
