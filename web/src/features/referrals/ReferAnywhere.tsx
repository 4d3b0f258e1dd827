import { useParams } from '@tanstack/react-router';
import { useCan } from '~/gql';
import { useOverlays } from '~/shell/overlays';
import { LazyReferDrawer } from './LazyReferDrawer';

/** The drawer over any page: about the case that is open, if one is. */
export function ReferAnywhere() {
  const overlays = useOverlays();
  const refers = useCan('REFERRAL_MAKE');
  const { caseId } = useParams({ strict: false });
  return (
    <LazyReferDrawer
      opened={refers && overlays.opened === 'refer'}
      caseId={caseId}
      onClose={overlays.close}
    />
  );
}
