import { useLingui } from '@lingui/react/macro';
import { Masked } from '~/features/reveal/Masked';
import { Team } from '~/features/team/Team';
import { caseOrigin, communityType, legalCustody, states, useWords } from '~/features/words';
import { Columns, Day, Facts, Hideable, Link, Quote, Section, Stack } from '~/ui';
import type { FullCase } from './CasePage';
import css from './cases.module.css';
import { Promises } from './Promises';

/** The young person's own words first (rule 10); then what is known, promised, and by whom. */
export function Overview({ of }: { of: FullCase }) {
  const { t } = useLingui();
  const { alias } = of;
  const voice = of.plan?.voice;
  const facts = useFacts(of);
  // Who does not work on the case is not shown how it stands (rule 32): nothing is said of it.
  const works = Boolean(of.openedAt);
  return (
    <Columns wide>
      <Stack>
        {voice?.words ? (
          <Section title={<Hideable>{t`What ${alias} wants`}</Hideable>}>
            <Quote who={alias} when={voice.recordedAt}>
              {voice.words}
            </Quote>
          </Section>
        ) : null}
        {works ? (
          <>
            <Section title={t`What is known`}>
              {of.summary ? (
                <p className={css.story}>{of.summary}</p>
              ) : (
                <p className="t-soft">{t`Nothing is written here yet.`}</p>
              )}
            </Section>
            <Section title={t`The case`}>
              <Facts items={facts} />
            </Section>
          </>
        ) : null}
      </Stack>
      <Stack>
        <Promises of={of} />
        <Team of={of} />
      </Stack>
    </Columns>
  );
}

function useFacts(of: FullCase) {
  const { t } = useLingui();
  const { word } = useWords();
  const unknown = t`Not recorded`;
  return [
    {
      label: t`Case number`,
      value: (
        <Masked
          id={of.id}
          field="CASE_NUMBER"
          label={t`Case number`}
          value={of.number ?? { masked: false }}
        />
      ),
    },
    { label: t`Open since`, value: of.openedAt ? <Day value={of.openedAt} /> : unknown },
    { label: t`Came from`, value: of.origin ? word(caseOrigin, of.origin) : unknown },
    {
      label: t`Legal custody`,
      value: of.legalCustody ? word(legalCustody, of.legalCustody) : unknown,
    },
    {
      label: t`State or territory`,
      value: of.jurisdiction ? states[of.jurisdiction] : unknown,
    },
    {
      label: t`Community`,
      value: of.communityType ? word(communityType, of.communityType) : unknown,
    },
    ...(of.request
      ? [
          {
            label: t`Began with`,
            value: (
              <Link to="/requests/$requestId" params={{ requestId: of.request.id }}>
                {t`the request`}
              </Link>
            ),
          },
        ]
      : []),
  ];
}
