import { useLingui } from '@lingui/react/macro';
import { MarkRead } from '~/features/team/MarkRead';
import { graphql, useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Hideable, Link, List, Section, Stack } from '~/ui';
import css from './today.module.css';

const HandOversDocument = graphql(`
  query HandOvers {
    handOvers { id note assignedBy { id name } case { id alias } }
  }
`);

/** What colleagues handed over with cases, until it is read; nothing at all when there is none. */
export function HandOvers() {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(
    HandOversDocument,
    {},
    { touches: ['Assignment'], fresh: true },
  );
  const waiting = data?.handOvers ?? [];
  if (fault) return <FaultNotice fault={fault} retry={retry} />;
  if (waiting.length === 0) return null;
  return (
    <Section title={t`Handed over to you`}>
      <List items={waiting} itemKey={({ id }) => id} label={t`Handed over to you`}>
        {(one) => (
          <Stack gap="small">
            <div>
              <Link to="/cases/$caseId" params={{ caseId: one.case.id }}>
                <Hideable>{one.case.alias}</Hideable>
              </Link>{' '}
              <span className="t-soft">{t`from ${one.assignedBy?.name ?? t`somebody who left`}`}</span>
            </div>
            <p className={css.said}>{one.note}</p>
            <MarkRead assignment={one.id} alias={one.case.alias} />
          </Stack>
        )}
      </List>
    </Section>
  );
}
