import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { DisclosureRefusal } from '~/gql/generated/graphql';
import { Button, Notice, newKey, type Outcome, Row, Stack } from '~/ui';
import { Refused } from './Refused';
import { SharedContent } from './SharedContent';
import type { Preview } from './shareQuery';

interface ConfirmProps {
  preview: Preview;
  /** Shares exactly that; the key is the same for every try. */
  share: (clientMutationKey: string) => Promise<Outcome<unknown>>;
  onBack: () => void;
  onDone: () => void;
}

/** The whole of what leaves, to be read and confirmed; or why it may not (rules 12, 28). */
export function Confirm({ preview, share, onBack, onDone }: ConfirmProps) {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<DisclosureRefusal | undefined>(preview.refusal ?? undefined);
  const [problem, setProblem] = useState<{ title: string; text: string }>();
  // The same for every try of what was shown: the server may have it already.
  const [key] = useState(newKey);
  const empty = preview.content.parts.every(({ lines }) => lines.length === 0);
  const send = async () => {
    setBusy(true);
    setProblem(undefined);
    const outcome = await share(key);
    setBusy(false);
    if (outcome.kind === 'done') onDone();
    else if (outcome.kind === 'problems' && outcome.why) setWhy(outcome.why as DisclosureRefusal);
    else if (outcome.kind === 'fault') {
      setProblem({ title: t`No answer came. Press again: it counts once`, text: outcome.message });
    } else {
      const said = outcome.kind === 'problems' ? outcome.fields.map(({ message }) => message) : [];
      setProblem({ title: t`Nothing was sent`, text: said.join(' ') || outcome.message });
    }
  };
  return (
    <Stack>
      {why ? <Refused why={why} /> : null}
      {problem ? (
        <Notice tone="problem" title={problem.title}>
          {problem.text}
        </Notice>
      ) : null}
      {why ? null : (
        <>
          <p>
            <Trans>This is all of it. Read it, with the young person if you can.</Trans>
          </p>
          <SharedContent of={preview.content} />
        </>
      )}
      <Row>
        {why || empty ? null : (
          <Button look="main" busy={busy} onClick={() => void send()}>
            {t`Share exactly this`}
          </Button>
        )}
        <Button
          look={why || empty ? 'second' : 'quiet'}
          onClick={onBack}
        >{t`Back to choosing`}</Button>
      </Row>
    </Stack>
  );
}
