import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { daysOf } from '~/days';
import { graphql, useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { DateField, Day, Notice, Section, SkeletonRows, Stack } from '~/ui';
import { inForce } from './inForce';
import { touches, type Version } from './query';
import { Reading } from './Reading';

const PlanOnDayDocument = graphql(`
  query PlanOnDay($id: ID!, $on: Date!) {
    case(id: $id) { id plan { id at(on: $on) { ...PlanReadingParts } } }
  }
`);

interface OnDayProps {
  caseId: string;
  alias: string;
  versions: readonly Version[];
  on: string | undefined;
}

/** The plan read back to the end of any day, with the version that was in force then (rule 71). */
export function OnDay({ caseId, alias, versions, on }: OnDayProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  return (
    <Stack>
      <Section title={t`As it was on a day`}>
        <DateField
          label={t`Which day?`}
          hint={t`A day that has begun, such as 11/18. Days are counted in universal time (UTC).`}
          max={daysOf(new Date().toISOString()).today}
          value={on ?? null}
          onChange={(day) =>
            void navigate({
              to: '/cases/$caseId/plan-record',
              params: { caseId },
              search: { view: 'day', ...(day ? { on: day } : {}) },
              replace: true,
            })
          }
        />
      </Section>
      {on ? <AtDay caseId={caseId} alias={alias} on={on} version={inForce(versions, on)} /> : null}
    </Stack>
  );
}

interface AtDayProps {
  caseId: string;
  alias: string;
  on: string;
  version: Version | undefined;
}

function AtDay({ caseId, alias, on, version }: AtDayProps) {
  const { t, i18n } = useLingui();
  const { data, fault, retry } = useQuery(PlanOnDayDocument, { id: caseId, on }, { touches });
  if (!data) return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={6} />;
  const reading = data.case?.plan?.at;
  const day = i18n.date(new Date(`${on}T12:00`), { dateStyle: 'long' });
  if (!reading) {
    return (
      <Notice title={t`There was no plan on ${day}`}>{t`It was begun after that day.`}</Notice>
    );
  }
  return (
    <>
      {version ? (
        <Notice title={t`Version ${version.number} was in force on ${day}`}>
          <Trans>
            It was frozen on <Day value={version.frozenAt} />. What follows is the plan at the end
            of the day, with what had been changed by then.
          </Trans>
        </Notice>
      ) : (
        <Notice title={t`No version was in force on ${day}`}>
          {t`The plan was being written, and not active yet. What follows is what it said at the end of the day.`}
        </Notice>
      )}
      <Reading title={t`The plan on ${day}`} reading={reading} alias={alias} />
    </>
  );
}
