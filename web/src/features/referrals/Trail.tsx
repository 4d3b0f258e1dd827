import { useLingui } from '@lingui/react/macro';
import { referralReason, useWords } from '~/features/words';
import { List, Moment, Row, Stack } from '~/ui';
import type { FullReferral } from './ReferralPage';
import css from './referrals.module.css';
import { Standing } from './Standing';

/** Every move it has made, the latest first: when, who, to which state, and why. */
export function Trail({ events }: { events: FullReferral['events'] }) {
  const { t } = useLingui();
  const { word } = useWords();
  return (
    <List items={[...events].reverse()} itemKey={(event) => event.id} label={t`Moves`}>
      {(event) => (
        <Stack gap="small">
          <Row justify="between">
            <Standing state={event.to} />
            <span className="t-soft">
              {event.byLink
                ? t`the service, by its link`
                : (event.by?.name ?? t`somebody who left`)}{' '}
              · <Moment value={event.at} />
            </span>
          </Row>
          {event.reason ? <div>{word(referralReason, event.reason)}</div> : null}
          {event.text ? <p className={css.story}>{event.text}</p> : null}
        </Stack>
      )}
    </List>
  );
}
