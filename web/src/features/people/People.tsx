import { useLingui } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { graphql, useQuery } from '~/gql';
import type { PeopleQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, Drawer, EmptyState, Row, SkeletonRows, Stack } from '~/ui';
import { LinkForm } from './LinkForm';
import { PersonCard } from './PersonCard';
import { PersonForm } from './PersonForm';

const PeopleDocument = graphql(`
  query People($id: ID!) {
    case(id: $id) {
      id
      people {
        id version role name relation pronouns tribe languages birthPrecision safeToContact
        noContact noContactReason allegedOffender disqualifiedSigner
        alsoOn { id alias }
        legalName { masked value }
        birthDate { masked value }
        phone { masked value }
        address { masked value }
      }
    }
  }
`);
export type Person = NonNullable<PeopleQuery['case']>['people'][number];

interface PeopleProps {
  caseId: string;
  mayAdd: boolean;
  mayChange: boolean;
}

/** The young person and the people around. Names in daily use are open, all else asks for a reason. */
export function People({ caseId, mayAdd, mayChange }: PeopleProps) {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(
    PeopleDocument,
    { id: caseId },
    { touches: ['CasePerson'], fresh: true },
  );
  const [editing, setEditing] = useState<Person | 'new'>();
  const [linking, setLinking] = useState(false);
  const close = () => setEditing(undefined);
  if (!data) {
    return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={4} />;
  }
  const people = data.case?.people ?? [];
  const add = mayAdd ? (
    <Row>
      <Button look="quiet" onClick={() => setLinking(true)}>{t`From another case`}</Button>
      <Button
        icon={<IconPlus size={18} aria-hidden />}
        onClick={() => setEditing('new')}
      >{t`Add a person`}</Button>
    </Row>
  ) : undefined;
  return (
    <Stack>
      {people.length ? <Row justify="end">{add}</Row> : null}
      {people.length === 0 ? (
        <EmptyState title={t`Nobody is recorded yet`} actions={add}>
          {t`Begin with the young person, then those they trust.`}
        </EmptyState>
      ) : null}
      {people.map((person) => (
        <PersonCard
          key={person.id}
          person={person}
          onChange={mayChange ? () => setEditing(person) : undefined}
        />
      ))}
      <Drawer
        opened={linking}
        onClose={() => setLinking(false)}
        title={t`Somebody from another case`}
      >
        {linking ? <LinkForm caseId={caseId} onClose={() => setLinking(false)} /> : null}
      </Drawer>
      <Drawer
        opened={editing !== undefined}
        onClose={close}
        title={editing === 'new' ? t`Add a person` : t`Change a person`}
      >
        {editing ? (
          <PersonForm
            key={editing === 'new' ? 'new' : editing.id}
            caseId={caseId}
            person={editing === 'new' ? undefined : editing}
            onClose={close}
          />
        ) : null}
      </Drawer>
    </Stack>
  );
}
