import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { Masked } from '~/features/reveal/Masked';
import { LazyDoNotAsk } from '~/features/support/LazyDoNotAsk';
import { Team } from '~/features/team/Team';
import { caseOrigin, communityType, legalCustody, states, useWords } from '~/features/words';
import { may } from '~/gql';
import { withWords } from '~/i18n';
import { Columns, Day, Facts, Hideable, Link, Quote, Section, SkeletonRows, Stack } from '~/ui';
import type { FullCase } from './CasePage';
import css from './cases.module.css';
import { Promises } from './Promises';

const CaseClocks = lazy(() =>
  withWords('clocks', import('~/features/clocks/CaseClocks')).then((m) => ({
    default: m.CaseClocks,
  })),
);
const TraffickingTypes = lazy(() =>
  withWords('observations', import('~/features/observations/TraffickingTypes')).then((m) => ({
    default: m.TraffickingTypes,
  })),
);
const CourseHistory = lazy(() =>
  withWords('course', import('~/features/course/CourseHistory')).then((m) => ({
    default: m.CourseHistory,
  })),
);

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
        {works ? <LazyDoNotAsk caseId={of.id} /> : null}
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
            {may(of.can, 'OBSERVATION_VIEW') ? (
              <Suspense fallback={<SkeletonRows rows={2} />}>
                <TraffickingTypes caseId={of.id} mayRecord={may(of.can, 'TRAFFICKING_RECORD')} />
              </Suspense>
            ) : null}
          </>
        ) : null}
      </Stack>
      <Stack>
        {may(of.can, 'CLOCK_VIEW') ? (
          <Suspense fallback={<SkeletonRows rows={3} />}>
            <CaseClocks caseId={of.id} />
          </Suspense>
        ) : null}
        <Promises of={of} />
        <Team of={of} />
        {works ? (
          <Suspense fallback={<SkeletonRows rows={2} />}>
            <CourseHistory caseId={of.id} />
          </Suspense>
        ) : null}
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
