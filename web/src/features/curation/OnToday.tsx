import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { ButtonLink, Link, List, Row, Section, SkeletonRows } from '~/ui';
import { shown } from './count';
import { CountsDocument, touches } from './queries';
import { taskKind } from './words';

/** For who keeps the directory: why services need a look today, and how many do. */
export function OnToday() {
  const { t } = useLingui();
  const { word } = useWords();
  const { data, fault, retry } = useQuery(CountsDocument, {}, { touches, fresh: true });
  const waits = data?.directoryTaskCounts.filter((one) => one.count > 0);
  const title = t`Keep the directory true`;
  return (
    <Section
      title={title}
      actions={
        waits?.length ? <ButtonLink to="/resources/work" look="quiet">{t`Start`}</ButtonLink> : null
      }
    >
      {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
      {!waits && !fault ? <SkeletonRows rows={3} /> : null}
      {waits?.length === 0 ? <p className="t-soft">{t`The directory is up to date.`}</p> : null}
      {waits?.length ? (
        <List items={waits} itemKey={(one) => one.kind} label={title}>
          {(one) => (
            <Row justify="between">
              <Link to="/resources/work" search={{ kind: one.kind }}>
                {word(taskKind, one.kind)}
              </Link>
              <span className="t-soft">{shown(one.count)}</span>
            </Row>
          )}
        </List>
      ) : null}
    </Section>
  );
}
