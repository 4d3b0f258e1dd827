import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { ServiceReason } from '~/gql/generated/graphql';
import { useDistances } from './distances';
import css from './finding.module.css';

/** What a list says of one of its rows. */
export interface Reasons {
  why: readonly ServiceReason[];
  /** Meters, when a place was named. */
  distance?: number | null;
}

/** How far an entry can be relied on has a column of its own. */
const reasons: Partial<Record<ServiceReason, MessageDescriptor>> = {
  NAME_MATCHES: msg`name matches`,
  ORGANIZATION_MATCHES: msg`organization matches`,
  DESCRIPTION_MATCHES: msg`description matches`,
  SPELLING_CORRECTED: msg`spelling corrected`,
  SPECIALISED: msg`made for trafficked youth`,
  HAS_CAPACITY: msg`has room`,
};

/** Why a service stands where it does, what weighs most first. */
export function Why({ of }: { of: Reasons | undefined }) {
  const { i18n } = useLingui();
  const { written } = useDistances();
  const said = (of?.why ?? []).flatMap((reason) => {
    if (reason === 'NEAR' && of?.distance != null) return [written(of.distance)];
    const words = reasons[reason];
    return words ? [i18n._(words)] : [];
  });
  return said.length ? <span className={css.why}>{said.join(' · ')}</span> : null;
}
