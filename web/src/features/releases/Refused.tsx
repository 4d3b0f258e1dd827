import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import type { DisclosureRefusal } from '~/gql/generated/enums';
import { Notice } from '~/ui';
import { refusalNext, refusalWords } from './words';

/** Why it may not be shared, in plain words, and what can be done. */
export function Refused({ why }: { why: DisclosureRefusal }) {
  const { t } = useLingui();
  const { word } = useWords();
  return (
    <Notice tone="problem" title={t`This may not be shared`}>
      <p>{word(refusalWords, why)}</p>
      <p>{word(refusalNext, why)}</p>
      <p className="t-soft">{t`Nothing was sent.`}</p>
    </Notice>
  );
}
