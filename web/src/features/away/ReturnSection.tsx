import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useWords } from '~/features/words';
import { may } from '~/gql';
import { Button, Drawer, EmptyState, Facts, List, Section, Stack } from '~/ui';
import { ConversationCard } from './ConversationCard';
import { ConversationForm } from './ConversationForm';
import { FollowUpForm } from './FollowUpForm';
import type { Episode } from './parts';
import { returnScreening } from './words';

/** What follows a return: the conversation that is offered, and what the team does (rules 54, 55). */
export function ReturnSection({ of, records }: { of: Episode; records: boolean }) {
  const { t } = useLingui();
  const { word } = useWords();
  const [doing, setDoing] = useState<'talk' | 'follow-up'>();
  const close = () => setDoing(undefined);
  if (!of.recoveredAt) return null;
  const talk =
    may(of.case.can, 'RETURN_RECORD') && !of.closedAt ? (
      <Button small onClick={() => setDoing('talk')}>{t`Record a conversation`}</Button>
    ) : null;
  return (
    <>
      <Section
        title={t`Conversations on the return`}
        actions={of.returnConversations.length ? talk : null}
      >
        {of.returnConversations.length ? (
          <List
            items={of.returnConversations}
            itemKey={({ id }) => id}
            label={t`Conversations on the return`}
          >
            {(said) => <ConversationCard said={said} who={of.case.alias} />}
          </List>
        ) : (
          <EmptyState title={t`No conversation was offered yet`} actions={talk}>
            {t`Offer it when it is safe and calm. To decline is a good answer.`}
          </EmptyState>
        )}
      </Section>
      <Section
        title={t`What the team does`}
        actions={
          records ? (
            <Button small onClick={() => setDoing('follow-up')}>{t`Record what is done`}</Button>
          ) : null
        }
      >
        <Stack>
          <Facts
            items={[
              {
                label: t`Screening`,
                value: of.screening ? word(returnScreening, of.screening) : t`not recorded`,
              },
              ...(of.screeningNote
                ? [{ label: t`About the screening`, value: of.screeningNote }]
                : []),
              {
                label: t`What the placement changes`,
                value: of.placementResponse ?? t`not recorded`,
              },
            ]}
          />
        </Stack>
      </Section>
      <Drawer
        opened={doing !== undefined}
        onClose={close}
        title={doing === 'talk' ? t`Record a conversation` : t`What the team does`}
      >
        {doing === 'talk' ? <ConversationForm of={of} onClose={close} /> : null}
        {doing === 'follow-up' ? <FollowUpForm of={of} onClose={close} /> : null}
      </Drawer>
    </>
  );
}
