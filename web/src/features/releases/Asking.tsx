import { useLingui } from '@lingui/react/macro';
import { Worklist } from '~/features/today/Worklist';
import { useWords } from '~/features/words';
import { graphql, useQuery } from '~/gql';
import { ButtonLink, Hideable, Row, Stack } from '~/ui';
import { LastDay } from './LastDay';
import { releasePrompt } from './words';

const AskingDocument = graphql(`
  query ReleasesAsking {
    releasesAsking { id prompts recipientName expiresAt case { id alias } }
  }
`);

/** Releases that ask for something: a name, a talk about another one (rules 13, 15, 16). */
export function Asking() {
  const { t } = useLingui();
  const { word } = useWords();
  const { data, fault, retry } = useQuery(
    AskingDocument,
    {},
    { touches: ['Release', 'CasePerson'], fresh: true },
  );
  return (
    <Worklist
      title={t`Releases that ask for something`}
      rows={data?.releasesAsking}
      fault={fault}
      retry={retry}
      none={t`No release asks for anything now.`}
    >
      {(row) => (
        <Stack gap="small">
          <Row justify="between">
            <span>
              <Hideable>{row.case.alias}</Hideable>: <Hideable>{row.recipientName}</Hideable>
            </span>
            <span className="t-soft">
              {t`until`} <LastDay until={row.expiresAt} />
            </span>
          </Row>
          {row.prompts.map((one) => (
            <div key={one}>{word(releasePrompt, one)}</div>
          ))}
          <Row>
            <ButtonLink
              to="/cases/$caseId"
              params={{ caseId: row.case.id }}
              search={{ tab: 'releases' }}
            >
              {t`See to it`}
              <span className="t-hidden-visually">
                : <Hideable>{row.case.alias}</Hideable>, {row.recipientName}
              </span>
            </ButtonLink>
          </Row>
        </Stack>
      )}
    </Worklist>
  );
}
