import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Notice, Row } from '~/ui';

interface InsteadProps {
  typed: string;
  instead: string;
  onExact: () => void;
}

/** Says what was searched, and offers what was typed. */
export function Instead({ typed, instead, onExact }: InsteadProps) {
  const { t } = useLingui();
  return (
    <Notice>
      <Row justify="between">
        <span>
          <Trans>
            Showing results for <strong>{instead}</strong>. Nothing is written like “{typed}”.
          </Trans>
        </span>
        <Button look="quiet" onClick={onExact}>{t`Search for “${typed}” all the same`}</Button>
      </Row>
    </Notice>
  );
}
