import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { may } from '~/gql';
import type { Act } from '~/gql/generated/graphql';
import { ActionMenu, Button, ButtonLink, Drawer, Row } from '~/ui';
import { ExtendForm } from './ExtendForm';
import { MeetForm } from './MeetForm';
import { NoticeForm } from './NoticeForm';
import type { FullClock } from './parts';
import { SetAsideForm } from './SetAsideForm';

/** What the viewer may do on the clock's case. */
export type ClockPowers = readonly Act[];

interface ClockActsProps {
  clock: FullClock;
  caseId: string;
  episodeId: string | undefined;
  powers: ClockPowers;
}
type Doing = 'meet' | 'notice' | 'waive' | 'not-applicable' | 'extend';

/** These wait for the conversation and for what the team does on a return, not for a number. */
const onReturn: readonly string[] = ['return_conversation', 'screening_on_return'];

/** Ending a running clock. What somebody may not do, or what its rule does not let, is absent. */
export function ClockActs({ clock, caseId, episodeId, powers }: ClockActsProps) {
  const { t } = useLingui();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const meets = may(powers, 'CLOCK_MEET');
  const tells = clock.party && may(powers, 'NOTICE_RECORD');
  const back = onReturn.includes(clock.code) && episodeId;
  const more = [
    ...(meets && clock.canBeExtended
      ? [{ label: t`Make it longer…`, onSelect: () => setDoing('extend') }]
      : []),
    ...(meets && !clock.required
      ? [{ label: t`Does not apply…`, onSelect: () => setDoing('not-applicable') }]
      : []),
    ...(may(powers, 'CLOCK_WAIVE') && !clock.required
      ? [{ label: t`Waive…`, onSelect: () => setDoing('waive') }]
      : []),
  ];
  const titles: Record<Doing, string> = {
    meet: t`Record that it was done`,
    notice: t`Record who was told`,
    waive: t`Waive it`,
    'not-applicable': t`It does not apply`,
    extend: t`Make it longer`,
  };
  const forms: Record<Doing, () => ReactNode> = {
    meet: () => <MeetForm clock={clock} onClose={close} />,
    notice: () => (
      <NoticeForm
        caseId={caseId}
        episodeId={episodeId}
        party={clock.party ?? undefined}
        onClose={close}
      />
    ),
    waive: () => <SetAsideForm clock={clock} to="WAIVED" onClose={close} />,
    'not-applicable': () => <SetAsideForm clock={clock} to="NOT_APPLICABLE" onClose={close} />,
    extend: () => <ExtendForm clock={clock} onClose={close} />,
  };
  if (!meets && !tells && !back && more.length === 0) return null;
  return (
    <Row>
      {back ? (
        <ButtonLink
          look="second"
          to="/cases/$caseId/away/$episodeId"
          params={{ caseId, episodeId: back }}
        >{t`Go to the return`}</ButtonLink>
      ) : null}
      {tells ? (
        <Button
          small
          aria-label={t`Record who was told: ${clock.title}`}
          onClick={() => setDoing('notice')}
        >{t`Record who was told`}</Button>
      ) : null}
      {meets && !tells && !back ? (
        <Button
          small
          aria-label={t`Record that it was done: ${clock.title}`}
          onClick={() => setDoing('meet')}
        >{t`Record that it was done`}</Button>
      ) : null}
      {more.length ? (
        <ActionMenu label={t`Other ways to end: ${clock.title}`} actions={more} />
      ) : null}
      <Drawer opened={doing !== undefined} onClose={close} title={doing ? titles[doing] : ''}>
        {doing ? forms[doing]() : null}
      </Drawer>
    </Row>
  );
}
