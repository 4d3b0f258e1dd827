import { useLingui } from '@lingui/react/macro';
import { Narrative } from '~/ui';

interface AccountProps {
  of: { narrative: string; graphic: boolean; contentNote?: string | null | undefined };
}

/** What was seen or heard; closed where it is hard to read (rule 126). */
export function Account({ of }: AccountProps) {
  const { t } = useLingui();
  return of.graphic ? (
    <Narrative note={of.contentNote || t`hard to read`}>{of.narrative}</Narrative>
  ) : (
    <p>{of.narrative}</p>
  );
}
