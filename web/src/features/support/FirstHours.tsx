import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { graphql, useQuery } from '~/gql';
import { Link, Notice } from '~/ui';
import { isSilent } from './immediate/silent';
import { isAway } from './query';
import { immediateSection } from './words';

const FirstHoursDocument = graphql(`
  query FirstHours($id: ID!) {
    case(id: $id) {
      id whereabouts
      immediatePlan {
        id state activatedAt
        sections { section content unknownYet doneAt }
      }
    }
  }
`);
/** Steps that are open longer are found in their tab; they need not be on top of every page. */
const shownFor = 7 * 24 * 3_600_000;

/** Where the immediate plan stands, while somebody is away or just back (rule 63). Else nothing. */
export function FirstHours({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const { word } = useWords();
  const { data } = useQuery(
    FirstHoursDocument,
    { id: caseId },
    { touches: ['Case', 'ImmediatePlan', 'MissingEpisode'] },
  );
  const of = data?.case;
  if (!of) return null;
  const plan = of.immediatePlan;
  const there = (words: string) => (
    <Link to="/cases/$caseId" params={{ caseId }} search={{ tab: 'support' }}>
      {words}
    </Link>
  );
  if (isAway(of.whereabouts)) {
    const writes = plan?.state === 'DRAFT';
    const ready = writes && !plan.sections.some(isSilent);
    return (
      <Notice tone={ready ? 'info' : 'care'} title={t`The first hours after they are found`}>
        {ready
          ? there(t`The immediate plan is ready`)
          : there(writes ? t`Go on with the immediate plan` : t`Start the immediate plan`)}
      </Notice>
    );
  }
  const fresh = plan?.activatedAt && Date.now() - Date.parse(plan.activatedAt) < shownFor;
  const open = plan?.state === 'ACTIVE' ? plan.sections.filter(({ doneAt }) => !doneAt) : [];
  if (!fresh || open.length === 0) return null;
  return (
    <Notice title={t`The first hours: still to be done`}>
      <p>{open.map(({ section }) => word(immediateSection, section)).join('; ')}</p>
      {there(t`Open the steps`)}
    </Notice>
  );
}
