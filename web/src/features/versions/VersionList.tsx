import { Trans, useLingui } from '@lingui/react/macro';
import { agreement, useWords } from '~/features/words';
import { ButtonLink, Day, Link, List, Notice, Row, Section, Stack } from '~/ui';
import { Decisions } from './Decisions';
import type { RecordedPlan, Version } from './query';
import css from './versions.module.css';

interface VersionListProps {
  caseId: string;
  plan: RecordedPlan;
}

/** All versions, the latest first: when, who, why, and what the young person thought (rule 71). */
export function VersionList({ caseId, plan }: VersionListProps) {
  const { t } = useLingui();
  const last = plan.versions.at(-1)?.number;
  const newestFirst = [...plan.versions].reverse();
  return (
    <Section title={t`All versions`}>
      <Stack>
        {plan.draft && last !== undefined ? (
          <Notice title={t`The plan was changed since version ${last}`}>
            <Row>
              {t`The changes become a version when they are frozen.`}
              <Link
                to="/cases/$caseId/plan-record"
                params={{ caseId }}
                search={{ view: 'compare', from: last }}
              >
                {t`See what changed`}
              </Link>
            </Row>
          </Notice>
        ) : null}
        <List items={newestFirst} itemKey={(one) => one.number} label={t`All versions`}>
          {(one) => (
            <VersionRow
              caseId={caseId}
              version={one}
              before={newestFirst[newestFirst.indexOf(one) + 1]?.number}
            />
          )}
        </List>
        <p className="t-soft">
          {t`Each change of the plan counts on; a version has the number of the change that froze it.`}
        </p>
      </Stack>
    </Section>
  );
}

interface VersionRowProps {
  caseId: string;
  version: Version;
  /** The version before it; absent for the first one. */
  before: number | undefined;
}

function VersionRow({ caseId, version, before }: VersionRowProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const { number } = version;
  return (
    <Row justify="between" align="top">
      <div className={css.told}>
        <strong>{t`Version ${number}`}</strong>
        <span className="t-soft">
          <Trans>
            frozen on <Day value={version.frozenAt} /> by {version.frozenBy?.name}
          </Trans>
        </span>
        {version.why ? <p className={css.words}>{version.why}</p> : null}
        <p>{t`The young person: ${word(agreement, version.youthAgreement)}`}</p>
        <Decisions approvals={version.approvals} />
      </div>
      <Row>
        {before === undefined ? null : (
          <ButtonLink
            look="quiet"
            to="/cases/$caseId/plan-record"
            params={{ caseId }}
            search={{ view: 'compare', from: before, to: number }}
            aria-label={t`What changed from version ${before} to version ${number}`}
          >
            {t`What changed`}
          </ButtonLink>
        )}
        <ButtonLink
          to="/cases/$caseId/plan-record"
          params={{ caseId }}
          search={{ view: 'read', version: number }}
          aria-label={t`Read version ${number}`}
        >
          {t`Read it`}
        </ButtonLink>
      </Row>
    </Row>
  );
}
