import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import type { FullCase } from '~/features/cases/CasePage';
import { teamRole, useWords } from '~/features/words';
import { may } from '~/gql';
import { withWords } from '~/i18n';
import { Button, Day, List, Row, Section } from '~/ui';
import { EndPart } from './EndPart';
import css from './team.module.css';

const FormerTeam = lazy(() =>
  withWords('course', import('~/features/course/FormerTeam')).then((m) => ({
    default: m.FormerTeam,
  })),
);

/** Who carries this case, since when, why, and the word that came with it. */
export function Team({ of }: { of: FullCase }) {
  const { t } = useLingui();
  const { word } = useWords();
  const [ending, setEnding] = useState<FullCase['team'][number]>();
  return (
    <Section title={t`Team`}>
      <List items={of.team} itemKey={(member) => member.id} label={t`Team`}>
        {(member) => (
          <Row justify="between" align="top">
            <div>
              <div>{member.user?.name ?? t`Somebody who left`}</div>
              <div className="t-soft">
                {word(teamRole, member.role)} ·{' '}
                <Trans>
                  since <Day value={member.from} />
                </Trans>
              </div>
              {member.reason ? <p className={css.note}>{member.reason}</p> : null}
              {member.note ? <p className={css.note}>{member.note}</p> : null}
            </div>
            {may(of.can, 'CASE_ASSIGN') && member.role !== 'SUPERVISOR' ? (
              <Button
                small
                look="quiet"
                aria-label={t`End the part of ${member.user?.name ?? ''}`}
                onClick={() => setEnding(member)}
              >{t`End`}</Button>
            ) : null}
          </Row>
        )}
      </List>
      <Suspense fallback={null}>
        <FormerTeam caseId={of.id} />
      </Suspense>
      <EndPart of={of} member={ending} onClose={() => setEnding(undefined)} />
    </Section>
  );
}
