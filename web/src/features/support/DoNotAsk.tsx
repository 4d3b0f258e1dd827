import { useLingui } from '@lingui/react/macro';
import { graphql, useQuery } from '~/gql';
import { Notice } from '~/ui';
import css from './support.module.css';

const DoNotAskDocument = graphql(`
  query DoNotAsk($id: ID!) {
    case(id: $id) { id supportProfile { version doNotAsk { topic instead } } }
  }
`);

interface Topic {
  topic: string;
  instead?: string | null;
}

/**
 * What was told already, wherever a story is written or somebody is spoken with (rule 126). It
 * shows nothing while there is nothing, and to those who may not see the plan.
 */
export function DoNotAsk({ caseId }: { caseId: string | null }) {
  const { data } = useQuery(
    DoNotAskDocument,
    { id: caseId ?? '' },
    { pause: !caseId, touches: ['Case'] },
  );
  const topics = caseId ? data?.case?.supportProfile?.doNotAsk : undefined;
  return topics?.length ? <DoNotAskList topics={topics} /> : null;
}

export function DoNotAskList({ topics }: { topics: readonly Topic[] }) {
  const { t } = useLingui();
  return (
    <Notice title={t`Told already: do not ask again`}>
      <ul className={css.lines}>
        {topics.map(({ topic, instead }) => (
          <li key={topic}>
            {topic}
            {instead ? <span className="t-soft"> – {instead}</span> : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
