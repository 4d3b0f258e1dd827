import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useWords } from '~/features/words';
import type { ReferralState } from '~/gql/generated/graphql';
import { Button, Drawer, Row } from '~/ui';
import { MoveForm } from './MoveForm';
import { moveWords } from './moves';
import type { FullReferral } from './ReferralPage';
import css from './referrals.module.css';

interface MovesProps {
  of: FullReferral;
  /** Asks for it anew: it was moved, here or by a colleague who was faster. */
  onStale: () => void;
}

/** The moves that exist from here, and no others (rule 88). The one that takes it back is last. */
export function Moves({ of, onStale }: MovesProps) {
  const { t, i18n } = useLingui();
  const { word } = useWords();
  const [to, setTo] = useState<ReferralState>();
  const forward = of.allowedMoves.filter((state) => state !== 'ENTERED_IN_ERROR');
  const close = () => {
    setTo(undefined);
    onStale();
  };
  return (
    <>
      {forward.length ? null : <p>{t`It has come to its end.`}</p>}
      <Row>
        {forward.map((state, place) => (
          <Button key={state} look={place === 0 ? 'main' : 'second'} onClick={() => setTo(state)}>
            {word(moveWords, state)}
          </Button>
        ))}
        {of.allowedMoves.includes('ENTERED_IN_ERROR') ? (
          <span className={css.last}>
            <Button look="quiet" onClick={() => setTo('ENTERED_IN_ERROR')}>
              {word(moveWords, 'ENTERED_IN_ERROR')}
            </Button>
          </span>
        ) : null}
      </Row>
      <Drawer opened={to !== undefined} onClose={close} title={to ? i18n._(moveWords[to]) : ''}>
        {to ? <MoveForm key={to} of={of} to={to} onClose={close} /> : null}
      </Drawer>
    </>
  );
}
