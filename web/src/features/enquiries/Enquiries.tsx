import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql, may, usePages, useQuery } from '~/gql';
import type { CaseEnquiriesQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, Drawer, List, Row, Section, SkeletonRows, Stack } from '~/ui';
import { Enquiry } from './Enquiry';
import { EnquiryForm } from './EnquiryForm';

const AskingDocument = graphql(`
  query EnquiryCase($id: ID!) { case(id: $id) { id alias jurisdiction can } }
`);
const EnquiriesDocument = graphql(`
  query CaseEnquiries($id: ID!, $after: String) {
    case(id: $id) {
      id
      capacityEnquiries(first: 10, after: $after) {
        edges {
          node {
            id reference category ageBand accepts languages state neededBy askedAt
            askedBy { id name }
            asked {
              id state expiresAt answeredAt answer capacity text
              service { id name }
            }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
type Connection = NonNullable<CaseEnquiriesQuery['case']>['capacityEnquiries'];
export type ListedEnquiry = Connection['edges'][number]['node'];
const none = {
  edges: [] as { node: ListedEnquiry }[],
  pageInfo: { hasNextPage: false, endCursor: null },
};

/** Whether services have room, asked in vocabulary alone and before anybody is spoken of (rule 86). */
export function Enquiries({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const asked = useQuery(AskingDocument, { id: caseId });
  const pages = usePages(
    EnquiriesDocument,
    { id: caseId },
    (data) => data.case?.capacityEnquiries ?? none,
    ['CapacityEnquiry', 'AnswerLink'],
  );
  const of = asked.data?.case;
  const asks = may(of?.can ?? [], 'CAPACITY_ASK');
  if (pages.fault && !pages.rows) return <FaultNotice fault={pages.fault} retry={pages.retry} />;
  if (!pages.rows || !asked.data) return <SkeletonRows rows={2} />;
  if (!asks && !pages.rows.length) return null;
  return (
    <Section title={t`Is there room?`}>
      <Stack>
        <p className="t-soft">
          {t`Services can be asked whether they have room before there is a referral. They are told a reference and what kind of help, and nothing of anybody.`}
        </p>
        {pages.rows.length ? (
          <List items={pages.rows} itemKey={(one) => one.id} label={t`What services were asked`}>
            {(one) => <Enquiry enquiry={one} />}
          </List>
        ) : null}
        <Row justify="between">
          {asks ? (
            <Button
              look="second"
              onClick={() => setAsking(true)}
            >{t`Ask services whether there is room`}</Button>
          ) : null}
          {pages.hasMore ? (
            <Button small busy={pages.fetching} onClick={pages.more}>{t`Show earlier ones`}</Button>
          ) : null}
        </Row>
      </Stack>
      <Drawer
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`Ask services whether there is room`}
      >
        {asking && of ? (
          <EnquiryForm caseId={caseId} state={of.jurisdiction} onClose={() => setAsking(false)} />
        ) : null}
      </Drawer>
    </Section>
  );
}
