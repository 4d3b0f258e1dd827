import { Trans, useLingui } from '@lingui/react/macro';
import { serviceCategory, states, useWords } from '~/features/words';
import { Day, Facts, Section } from '~/ui';
import css from './directory.module.css';
import { Ages, Checked, Room, Where } from './Facets';
import { languageCode } from './languages';
import { languageWords } from './languageWords';
import type { FullService } from './ServicePage';

/** Whom it takes and where, and how old that knowledge is (rule 81). */
export function ServiceFacts({ of }: { of: FullService }) {
  const { t } = useLingui();
  const { word } = useWords();
  const unknown = t`Not recorded`;
  const language = (kept: string) => {
    const code = languageCode(kept);
    return code ? word(languageWords, code) : kept;
  };
  return (
    <>
      <Section title={t`Whom it takes, and where`}>
        <Facts
          items={[
            { label: t`Kind of help`, value: word(serviceCategory, of.category) },
            { label: t`Ages`, value: <Ages of={of} /> },
            {
              label: t`Languages`,
              value: of.languages.map(language).join(', ') || unknown,
            },
            { label: t`Where`, value: <Where of={{ ...of, states: [of.state] }} /> },
            { label: t`Serves`, value: of.states.map((state) => states[state]).join(', ') },
          ]}
        />
      </Section>
      <Section title={t`How far this can be relied on`}>
        <Facts
          items={[
            { label: t`Last checked`, value: <Checked of={of} inLine /> },
            { label: t`Checked by`, value: of.verifiedBy?.name ?? unknown },
            { label: t`Room`, value: <Room of={of} /> },
            {
              label: of.capacityByService ? t`Told by the service` : t`Asked for room`,
              value: of.capacityOn ? <Day value={of.capacityOn} /> : unknown,
            },
          ]}
        />
        {of.verification === 'STALE' || of.verification === 'UNVERIFIED' ? (
          <p className={css.small}>
            <Trans>Nobody has checked this lately: ask them before you count on it.</Trans>
          </p>
        ) : null}
      </Section>
    </>
  );
}
