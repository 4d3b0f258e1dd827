import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { graphql, useMutation } from '~/gql';
import { Button, FieldError, List, Notice, newKey, Section, Stack, StatusPill } from '~/ui';
import css from './away.module.css';
import { closingSteps } from './closingSteps';
import type { Episode } from './parts';

const CloseDocument = graphql(`
  mutation EpisodeClose($input: EpisodeCloseInput!) {
    episodeClose(input: $input) {
      ... on EpisodeCloseSuccess { episode { id version closedAt case { id } clocks { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** What stands open before it can be closed, as guidance, and closing it (rule 54). */
export function Closing({ of, records }: { of: Episode; records: boolean }) {
  const { t, i18n } = useLingui();
  const close = useMutation(CloseDocument);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ message: string; fields: Map<string, string> }>();
  const inFlight = useRef(false);
  const steps = closingSteps.filter(
    ({ item }) => item !== 'COLLECTOR' || of.interstate || of.stillOpen.includes(item),
  );
  const send = async () => {
    if (inFlight.current) return;
    inFlight.current = true;
    setBusy(true);
    const outcome = await close({
      input: { clientMutationKey: newKey(), id: of.id, expectedVersion: of.version },
    });
    inFlight.current = false;
    setBusy(false);
    if (outcome.kind === 'done') return;
    const fields = outcome.kind === 'problems' ? outcome.fields : [];
    setRefused({
      message: outcome.message,
      fields: new Map(fields.map(({ path, message }) => [path, message])),
    });
  };
  const shown = new Set<string>(steps.map(({ path }) => path));
  const elsewhere = [...(refused?.fields ?? [])].filter(([path]) => !shown.has(path));
  return (
    <Section title={t`Before it is closed`}>
      <Stack>
        {of.stillOpen.length ? (
          <p>
            <Trans>This helps to forget nothing; take the time it needs.</Trans>
          </p>
        ) : (
          <p>
            <Trans>Nothing is open any more.</Trans>
          </p>
        )}
        <List items={steps} itemKey={({ item }) => item} label={t`Before it is closed`}>
          {({ item, path, words }) => {
            const open = of.stillOpen.includes(item);
            return (
              <div className={css.check}>
                <span>{i18n._(words)}</span>
                <StatusPill tone={open ? 'waiting' : 'done'}>{open ? t`open` : t`done`}</StatusPill>
                {open && refused?.fields.has(path) ? (
                  <div className={css.said}>
                    <FieldError>{refused.fields.get(path)}</FieldError>
                  </div>
                ) : null}
              </div>
            );
          }}
        </List>
        {refused && (elsewhere.length || refused.fields.size === 0) ? (
          <Notice tone="problem" onDismiss={() => setRefused(undefined)}>
            {elsewhere.length ? elsewhere.map(([, message]) => message).join(' ') : refused.message}
          </Notice>
        ) : null}
        {records ? (
          <div>
            <Button
              look={of.stillOpen.length ? 'second' : 'main'}
              busy={busy}
              onClick={() => void send()}
            >{t`Close this time away`}</Button>
          </div>
        ) : null}
      </Stack>
    </Section>
  );
}
