import { useLingui } from '@lingui/react/macro';
import type { CarePrompt } from '~/gql/generated/graphql';
import { Notice } from '~/ui';

/** What is asked of the team, said as care: it says nothing of how often somebody left. */
export function CareNotice({ prompt }: { prompt: CarePrompt }) {
  const { t } = useLingui();
  const words: Record<CarePrompt, { title: string; text: string }> = {
    REVIEW_TOGETHER: {
      title: t`Sit down together`,
      text: t`Ask the young person, and those they trust, what would make it good to stay.`,
    },
  };
  const { title, text } = words[prompt];
  return <Notice title={title}>{text}</Notice>;
}
