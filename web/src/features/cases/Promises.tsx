import { Plural, useLingui } from '@lingui/react/macro';
import { may } from '~/gql';
import { Link, List, Section } from '~/ui';
import type { FullCase } from './CasePage';
import type { CaseTab } from './tabs';

/** Work that is open, each number a link to exactly its rows. */
export function Promises({ of }: { of: FullCase }) {
  const { t } = useLingui();
  const lines: { tab: CaseTab; shown: boolean; words: React.ReactNode }[] = [
    {
      tab: 'plan',
      shown: may(of.can, 'PLAN_VIEW'),
      words: <Plural value={of.openGoals ?? 0} one="# open goal" other="# open goals" />,
    },
    {
      tab: 'referrals',
      shown: may(of.can, 'REFERRAL_VIEW'),
      words: (
        <Plural value={of.openReferrals ?? 0} one="# open referral" other="# open referrals" />
      ),
    },
    {
      tab: 'contacts',
      shown: may(of.can, 'CONTACT_VIEW'),
      words: (
        <Plural
          value={of.contactsLogged ?? 0}
          one="# contact since the case was opened"
          other="# contacts since the case was opened"
        />
      ),
    },
  ];
  const shown = lines.filter((line) => line.shown);
  if (shown.length === 0) return null;
  return (
    <Section title={t`Open work`}>
      <List items={shown} itemKey={(line) => line.tab} label={t`Open work`}>
        {(line) => (
          <Link to="/cases/$caseId" params={{ caseId: of.id }} search={{ tab: line.tab }}>
            {line.words}
          </Link>
        )}
      </List>
    </Section>
  );
}
