import { useLingui } from '@lingui/react/macro';
import { graphql, useAct, useMutation } from '~/gql';
import { Button, Hideable, Link, Notice, newKey, Row } from '~/ui';
import type { Person } from './People';

const UnlinkDocument = graphql(`
  mutation CasePersonUnlink($input: CasePersonUnlinkInput!) {
    casePersonUnlink(input: $input) {
      ... on CasePersonUnlinkSuccess { person { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** The other cases on which this person is, as far as one reaches them. */
export function AlsoOn({ person, mayPart }: { person: Person; mayPart: boolean }) {
  const { t } = useLingui();
  const unlink = useMutation(UnlinkDocument);
  const act = useAct();
  return (
    <Row>
      {person.alsoOn.map(({ id, alias }) => (
        <Link key={id} to="/cases/$caseId" params={{ caseId: id }} search={{ tab: 'people' }}>
          <Hideable>{alias}</Hideable>
        </Link>
      ))}
      {mayPart ? (
        <Button
          small
          look="quiet"
          busy={act.busy}
          aria-label={t`${person.name} is not the same person there`}
          onClick={() =>
            void act.run(() =>
              unlink({
                input: {
                  clientMutationKey: newKey(),
                  id: person.id,
                  expectedVersion: person.version,
                },
              }),
            )
          }
        >{t`Not the same person`}</Button>
      ) : null}
      {act.problem ? <Notice tone="problem">{act.problem}</Notice> : null}
    </Row>
  );
}
