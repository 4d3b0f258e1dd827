import { useLingui } from '@lingui/react/macro';
import { Masked } from '~/features/reveal/Masked';
import {
  requestChannel,
  requesterKind,
  requestTopic,
  states,
  urgency,
  useWords,
} from '~/features/words';
import { Facts } from '~/ui';
import type { FullRequest } from './RequestPage';

/** Who asks, from where, about what. */
export function RequestFacts({ request }: { request: FullRequest }) {
  const { t } = useLingui();
  const { word } = useWords();
  const items = [
    { label: t`Who asks`, value: word(requesterKind, request.requesterKind) },
    { label: t`Organization`, value: request.requesterOrganization ?? t`Not recorded` },
    {
      label: t`Phone`,
      value: (
        <Masked
          id={request.id}
          field="REQUESTER_PHONE"
          label={t`Phone`}
          value={request.requesterPhone ?? { masked: false }}
        />
      ),
    },
    {
      label: t`Came by`,
      value: request.cameBy ? word(requestChannel, request.cameBy) : t`Not recorded`,
    },
    { label: t`Where`, value: states[request.jurisdiction] },
    { label: t`Urgency`, value: word(urgency, request.urgency) },
    {
      label: t`Topics`,
      value: request.topics.map((topic) => word(requestTopic, topic)).join(', '),
    },
    {
      label: t`Names a child`,
      value: request.namesChild ? t`Yes: nothing of the child is told without a release` : t`No`,
    },
    { label: t`Recorded by`, value: request.recordedBy?.name ?? t`Not recorded` },
  ];
  return <Facts items={items} />;
}
