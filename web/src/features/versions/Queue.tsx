import { Trans, useLingui } from '@lingui/react/macro';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ReviewQueue } from '~/features/observations/ReviewQueue';
import { graphql, useCan, useQuery } from '~/gql';
import type { PlansToApproveQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Needs } from '~/shell/Needs';
import { Ago, ButtonLink, EmptyState, Hideable, KeyHint, Page, SkeletonRows } from '~/ui';
import { QueueItem } from './QueueItem';
import { useQueueKeys } from './useQueueKeys';
import css from './versions.module.css';

const PlansToApproveDocument = graphql(`
  query PlansToApprove {
    plansToApprove {
      number frozenAt contentHash why youthAgreement
      frozenBy { id name }
      plan {
        id
        case { id alias }
        versions { number approvals { decision } }
      }
    }
  }
`);
export type Waiting = PlansToApproveQuery['plansToApprove'][number];

/** Versions of plans that wait for a supervisor's word, the longest wait first (SU2). */
export function Queue() {
  return (
    <Needs act="PLAN_APPROVE">
      <QueueScreen />
    </Needs>
  );
}

function QueueScreen() {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(
    PlansToApproveDocument,
    {},
    { fresh: true, touches: ['RecoveryPlan', 'Case'] },
  );
  const rows = data?.plansToApprove;
  const sets = useCan('PLAN_SETTINGS');
  const reviews = useCan('OBSERVATION_REVIEW');
  return (
    <Page
      title={t`Plans to approve`}
      lead={t`Each version binds what was agreed on. The one that waits longest comes first.`}
      actions={
        sets ? (
          <ButtonLink look="quiet" to="/admin/plans">
            {t`What is set for plans`}
          </ButtonLink>
        ) : undefined
      }
    >
      {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
      {!rows && !fault ? <SkeletonRows rows={6} /> : null}
      {rows?.length === 0 ? (
        <EmptyState title={t`All caught up`}>{t`No plan waits for your word.`}</EmptyState>
      ) : null}
      {rows?.length ? <Waits rows={rows} /> : null}
      {reviews ? <ReviewQueue /> : null}
    </Page>
  );
}

const keyOf = ({ plan, number }: Waiting) => `${plan?.id} ${number}`;

function Waits({ rows }: { rows: readonly Waiting[] }) {
  const { t } = useLingui();
  const { plan: first } = useSearch({ from: '/signed-in/review' });
  const [at, setAt] = useState(() =>
    Math.max(
      rows.findIndex(({ plan }) => plan?.id === first),
      0,
    ),
  );
  const list = useRef<HTMLUListElement>(null);
  const decide = useRef<HTMLButtonElement>(null);
  // What was decided on leaves the list, so that the next one has come into its place.
  const current = Math.min(at, rows.length - 1);
  useQueueKeys({
    move: (step) => setAt(Math.min(Math.max(current + step, 0), rows.length - 1)),
    enter: () => decide.current?.focus(),
  });
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const row = rows[current];
  return (
    <div className={css.queue}>
      <nav aria-label={t`Plans to approve`}>
        <ul ref={list} className={css.waiting}>
          {rows.map((one, place) => (
            <li key={keyOf(one)}>
              <button
                type="button"
                className={css.item}
                aria-current={place === current}
                onClick={() => setAt(place)}
              >
                <strong>
                  <Hideable>{one.plan?.case.alias}</Hideable>
                </strong>
                <span className="t-soft">
                  <Trans>
                    Version {one.number}, frozen <Ago value={one.frozenAt} />
                  </Trans>
                </span>
              </button>
            </li>
          ))}
        </ul>
        <p className={css.keys} aria-hidden>
          <KeyHint keys={['J']} /> <KeyHint keys={['K']} /> {t`next, before`}{' '}
          <KeyHint keys={['Enter']} /> {t`decide`}
        </p>
      </nav>
      {row ? <QueueItem key={keyOf(row)} row={row} decide={decide} /> : null}
    </div>
  );
}
