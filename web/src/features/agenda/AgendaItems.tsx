import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useWords } from '~/features/words';
import { graphql, may, useQuery } from '~/gql';
import type { StaffingAgendaQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, Hideable, List, Quote, Row, Section, SkeletonRows, Stack } from '~/ui';
import { agendaKind } from './words';
import { YouthInput } from './YouthInput';

const AgendaDocument = graphql(`
  query StaffingAgenda($id: ID!) {
    node(id: $id) {
      id
      ... on Staffing {
        version
        cases { id alias can }
        agenda { kind text caseId }
        invited { id name }
      }
    }
  }
`);
type Agenda = Extract<NonNullable<StaffingAgendaQuery['node']>, { __typename: 'Staffing' }>;

/** What is talked over, case by case: the young person's own first, in their words. */
export function AgendaItems({ staffingId, mayRecord }: { staffingId: string; mayRecord: boolean }) {
  const { t } = useLingui();
  const { word } = useWords();
  const [asked, setAsked] = useState<string>();
  const { data, fault, retry } = useQuery(
    AgendaDocument,
    { id: staffingId },
    { touches: ['Staffing'] },
  );
  if (!data) {
    return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={3} />;
  }
  const of = data.node?.__typename === 'Staffing' ? data.node : undefined;
  if (!of) return null;
  const said = (id: string, kind: Agenda['agenda'][number]['kind']) =>
    of.agenda.find((item) => item.caseId === id && item.kind === kind)?.text ?? '';
  return (
    <Stack gap="large">
      {of.invited.length > 0 ? (
        <p>{t`Asked to come: ${of.invited.map(({ name }) => name).join(', ')}`}</p>
      ) : null}
      {of.cases.map((one) => {
        const items = of.agenda.filter((item) => item.caseId === one.id);
        if (items.length === 0) return null;
        const records = mayRecord && may(one.can, 'STAFFING_SCHEDULE');
        return (
          <Section
            key={one.id}
            title={<Hideable>{one.alias}</Hideable>}
            actions={
              records ? (
                <Button small onClick={() => setAsked(one.id)}>
                  {t`Write down what they said`}
                </Button>
              ) : undefined
            }
          >
            <List items={items} itemKey={(item) => `${items.indexOf(item)}`} label={t`Talked over`}>
              {({ kind, text }) => (
                <Row align="top">
                  <div>
                    <strong>{word(agendaKind, kind)}</strong>
                    {kind === 'YOUTH_WANTS_KNOWN' || kind === 'YOUTH_NOT_SHARED' ? (
                      text ? (
                        <Quote who={one.alias}>{text}</Quote>
                      ) : (
                        <div className="t-soft">{t`They were not asked yet.`}</div>
                      )
                    ) : text ? (
                      <div>{text}</div>
                    ) : null}
                  </div>
                </Row>
              )}
            </List>
            {asked === one.id ? (
              <YouthInput
                staffing={{ id: staffingId, version: of.version }}
                caseId={one.id}
                wantsKnown={said(one.id, 'YOUTH_WANTS_KNOWN')}
                notShared={said(one.id, 'YOUTH_NOT_SHARED')}
                onClose={() => setAsked(undefined)}
              />
            ) : null}
          </Section>
        );
      })}
    </Stack>
  );
}
