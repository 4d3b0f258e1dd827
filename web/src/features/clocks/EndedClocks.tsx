import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql, usePages } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, List, Row, SkeletonRows, Stack } from '~/ui';
import { ClockItem } from './ClockItem';

const EndedClocksDocument = graphql(`
  query EndedClocks($case: ID!, $after: String) {
    clocks(
      filter: { case: $case, status: [MET, MET_LATE, WAIVED, NOT_APPLICABLE] }
      first: 10
      after: $after
    ) {
      edges { node { ...ClockParts } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** What has ended on a case, with its evidence; asked for when somebody wants to read it. */
export function EndedClocks({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  return (
    <Stack>
      <Row>
        <Button small look="quiet" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {opened ? t`Hide what has ended` : t`Show what has ended`}
        </Button>
      </Row>
      {opened ? <Ended caseId={caseId} /> : null}
    </Stack>
  );
}

function Ended({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const pages = usePages(EndedClocksDocument, { case: caseId }, (data) => data.clocks, ['Clock']);
  if (!pages.rows) {
    return pages.fault ? (
      <FaultNotice fault={pages.fault} retry={pages.retry} />
    ) : (
      <SkeletonRows rows={2} />
    );
  }
  if (pages.rows.length === 0) return <p className="t-soft">{t`Nothing has ended yet.`}</p>;
  return (
    <>
      <List items={pages.rows} itemKey={({ id }) => id} label={t`What has ended`}>
        {(clock) => <ClockItem clock={clock} caseId={caseId} powers={[]} />}
      </List>
      {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
      {pages.hasMore ? (
        <Row justify="end">
          <Button small onClick={pages.more} busy={pages.fetching}>
            <Trans>Show more</Trans>
          </Button>
        </Row>
      ) : null}
    </>
  );
}
