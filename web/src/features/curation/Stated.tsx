import { Trans, useLingui } from '@lingui/react/macro';
import css from '~/features/directory/directory.module.css';
import { capability, useWords } from '~/features/words';
import type { ServiceKnownQuery } from '~/gql/generated/graphql';
import { Day, List, Section } from '~/ui';
import { checkMethod } from './words';

type Stated = NonNullable<ServiceKnownQuery['service']>['statedCapabilities'];

/** What it is able to do: what somebody checked, apart from what it says of itself (rule 82). */
export function StatedCapabilities({ all }: { all: Stated }) {
  const { t } = useLingui();
  const { word } = useWords();
  const checked = all.filter((one) => one.evidence);
  const said = all.filter((one) => !one.evidence);
  return (
    <>
      {checked.length ? (
        <Section title={t`What was checked`}>
          <List items={checked} itemKey={(one) => one.capability} label={t`What was checked`}>
            {(one) => (
              <span className={css.pair}>
                <strong>{word(capability, one.capability)}</strong>
                {one.evidence ? (
                  <>
                    <span>{one.evidence.words}</span>
                    <span className={css.small}>
                      {word(checkMethod, one.evidence.method)}
                      {', '}
                      <Day value={one.evidence.on} />
                      {', '}
                      {one.evidence.recordedBy?.name ?? t`told by the directory's source`}
                    </span>
                  </>
                ) : null}
              </span>
            )}
          </List>
        </Section>
      ) : null}
      <Section title={t`What it says of itself`}>
        {said.length ? (
          <>
            <ul className={css.capabilities}>
              {said.map((one) => (
                <li key={one.capability}>{word(capability, one.capability)}</li>
              ))}
            </ul>
            <p className={css.small}>
              <Trans>Nobody has checked these: ask before you count on one of them.</Trans>
            </p>
          </>
        ) : (
          <p className="t-soft">{checked.length ? t`Nothing beside that` : t`Not recorded`}</p>
        )}
      </Section>
    </>
  );
}
