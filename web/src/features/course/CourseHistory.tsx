import { useLingui } from '@lingui/react/macro';
import {
  caseFact,
  caseStatus,
  closureReason,
  communityType,
  contactWish,
  legalCustody,
  states,
  useWords,
} from '~/features/words';
import { caseStatusTones } from '~/features/words/tones';
import { useQuery } from '~/gql';
import type { CommunityType, LegalCustody, State } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Day, List, Moment, Row, Section, SkeletonRows, Stack, StatusPill } from '~/ui';
import css from './course.module.css';
import { type Course, CourseDocument, courseTouches } from './query';

/** Where the case stood from when to when, and what became of custody, community and state. */
export function CourseHistory({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(
    CourseDocument,
    { id: caseId },
    { touches: courseTouches },
  );
  const of = data?.case;
  return (
    <Section title={t`How it went on`}>
      {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
      {!data && !fault ? <SkeletonRows rows={2} /> : null}
      {of ? (
        <Stack gap="small">
          {of.statusChanges.length === 0 ? (
            <p className="t-soft">{t`Nothing was kept of it yet.`}</p>
          ) : (
            <List
              items={of.statusChanges}
              itemKey={({ at, now }) => `${at}${now}`}
              label={t`Where the case stood`}
            >
              {(change) => <Standing change={change} />}
            </List>
          )}
          {of.factChanges.length > 0 ? (
            <List
              items={of.factChanges}
              itemKey={({ at, fact }) => `${at}${fact}`}
              label={t`What changed of custody, community and state`}
            >
              {(change) => <Fact change={change} />}
            </List>
          ) : null}
        </Stack>
      ) : null}
    </Section>
  );
}

function Standing({ change }: { change: Course['statusChanges'][number] }) {
  const { t } = useLingui();
  const { word } = useWords();
  return (
    <div>
      <Row>
        <StatusPill tone={caseStatusTones[change.now]}>{word(caseStatus, change.now)}</StatusPill>
        {change.reason ? <span>{word(closureReason, change.reason)}</span> : null}
      </Row>
      <div className="t-soft">
        <Moment value={change.at} /> · {change.by?.name ?? t`somebody who left`}
      </div>
      {change.note ? <p className={css.said}>{change.note}</p> : null}
      {change.aftercare ? (
        <p className={css.said}>
          {t`Afterwards: ${word(contactWish, change.aftercare)}`}
          {change.aftercareNote ? ` · ${change.aftercareNote}` : null}
        </p>
      ) : null}
    </div>
  );
}

function Fact({ change }: { change: Course['factChanges'][number] }) {
  const { t } = useLingui();
  const { word } = useWords();
  // Each fact's codes are of its own vocabulary.
  const said = (code: string) => {
    if (change.fact === 'LEGAL_CUSTODY') return word(legalCustody, code as LegalCustody);
    if (change.fact === 'COMMUNITY_TYPE') return word(communityType, code as CommunityType);
    return states[code as State];
  };
  return (
    <div>
      <div>
        {word(caseFact, change.fact)}: {change.was ? `${said(change.was)} → ` : null}
        {said(change.now)}
      </div>
      <div className="t-soft">
        {t`since`} <Day value={change.since} /> · {change.by?.name ?? t`somebody who left`}
      </div>
      {change.reason ? <p className={css.said}>{change.reason}</p> : null}
    </div>
  );
}
