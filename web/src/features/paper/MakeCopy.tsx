import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql, useAct, useMutation } from '~/gql';
import { Button, Notice, newKey, Row, Stack } from '~/ui';
import { download } from './download';
import type { Preview } from './query';

const MakeDocument = graphql(`
  mutation PlanCopyMake($input: PlanCopyMakeInput!) {
    planCopyMake(input: $input) {
      ... on PlanCopyMakeSuccess { copy { id number fileName case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

interface MakeCopyProps {
  caseId: string;
  /** The young person, or the release; absent of a plan. */
  of: string | undefined;
  /** Whether the pictures were shown. */
  pictures: boolean;
  shown: Preview;
  /** Asks anew for what will be on paper: it may have changed since. */
  again: () => void;
}

/** Numbers a copy of exactly what is shown, and keeps it as a file. */
export function MakeCopy({ caseId, of, pictures, shown, again }: MakeCopyProps) {
  const { t } = useLingui();
  const make = useMutation(MakeDocument);
  const act = useAct();
  const [became, setBecame] = useState<{ number: number; name: string; had: boolean }>();
  const { audience, language, contentHash } = shown;
  const print = () =>
    void act.run(
      () =>
        make({
          input: {
            clientMutationKey: newKey(),
            case: caseId,
            audience,
            of: of ?? null,
            language,
            figures: pictures,
            contentHash,
          },
        }),
      ({ copy }) =>
        void download(copy.id, copy.fileName).then((had) =>
          setBecame({ number: copy.number, name: copy.fileName, had }),
        ),
    );
  return (
    <Stack gap="small">
      {act.problem ? (
        <Notice tone="problem" onDismiss={act.dismiss}>
          <Row>
            {act.problem}
            <Button
              onClick={() => {
                act.dismiss();
                again();
              }}
            >{t`Show it again`}</Button>
          </Row>
        </Notice>
      ) : null}
      {became?.had ? (
        <Notice tone="good" title={t`Copy ${became.number} was made`}>
          {t`It is among your downloads as ${became.name}. Print it, hand it over, and take the file away.`}
        </Notice>
      ) : null}
      {became && !became.had ? (
        <Notice tone="problem">
          {t`Copy ${became.number} was made, but the file did not arrive. Make another; this one cannot be had any more.`}
        </Notice>
      ) : null}
      <Row>
        <Button look="main" busy={act.busy} onClick={print}>
          {t`Make the copy`}
        </Button>
      </Row>
    </Stack>
  );
}
