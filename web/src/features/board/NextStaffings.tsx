import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { PlanStaffing } from '~/features/staffings/PlanStaffing';
import { staffingType, useWords } from '~/features/words';
import { Button, ButtonLink, Hideable, Link, List, Moment, Row, Section } from '~/ui';
import type { BoardData } from './Board';

/** The next five, and the way to all and to a new one. */
export function NextStaffings({ staffings }: { staffings: BoardData['nextStaffings'] }) {
  const { t } = useLingui();
  const { word } = useWords();
  const [planning, setPlanning] = useState(false);
  return (
    <Section
      title={t`Next staffings`}
      actions={
        <Row>
          <ButtonLink to="/staffings" look="quiet">{t`All staffings`}</ButtonLink>
          <Button onClick={() => setPlanning(true)}>{t`Plan a staffing`}</Button>
        </Row>
      }
    >
      {staffings.length === 0 ? <p className="t-soft">{t`No staffing is planned.`}</p> : null}
      <List items={staffings} itemKey={({ id }) => id} label={t`Next staffings`}>
        {(row) => (
          <Row justify="between">
            <span>
              <Link to="/staffings/$staffingId" params={{ staffingId: row.id }}>
                <Moment value={row.at} />
              </Link>{' '}
              · {word(staffingType, row.type)}
            </span>
            <span className="t-soft">
              <Hideable>{row.cases.map(({ alias }) => alias).join(', ')}</Hideable>
            </span>
          </Row>
        )}
      </List>
      <PlanStaffing opened={planning} onClose={() => setPlanning(false)} />
    </Section>
  );
}
