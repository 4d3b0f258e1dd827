import { Trans, useLingui } from '@lingui/react/macro';
import type { Fault } from '~/gql';
import { Button, Notice, Row } from '~/ui';

interface FaultNoticeProps {
  fault: Fault;
  retry?: () => void;
}

/** A part of the page that could not be read: said in its place, with a way to try again. */
export function FaultNotice({ fault, retry }: FaultNoticeProps) {
  const { t } = useLingui();
  return (
    <Notice tone="problem" title={t`This part could not be loaded`}>
      <Row gap="small">
        <span>{fault.message}</span>
        {fault.requestId ? (
          <span className="t-soft">
            <Trans>Number for the help desk: {fault.requestId}</Trans>
          </span>
        ) : null}
        {retry ? (
          <Button small onClick={retry}>
            <Trans>Try again</Trans>
          </Button>
        ) : null}
      </Row>
    </Notice>
  );
}
