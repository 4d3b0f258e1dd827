import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { may, usePages } from '~/gql';
import type { Act } from '~/gql/generated/enums';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, Drawer, EmptyState, List, Row, Section, SkeletonRows, Stack } from '~/ui';
import { Accounting } from './Accounting';
import { CompelForm } from './CompelForm';
import { type ListedRelease, ReleasesDocument } from './query';
import { ReleaseEntry } from './ReleaseEntry';
import { ReleaseForm } from './ReleaseForm';

/** What somebody may do on this case. */
export type Can = readonly Act[];

const nothing = { edges: [] as { node: ListedRelease }[], pageInfo: { hasNextPage: false } };

/** Who may be told what of the young person: each release, where it stands, and a new one. */
export function Releases({ caseId, can }: { caseId: string; can: Can }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [compelled, setCompelled] = useState(false);
  const pages = usePages(
    ReleasesDocument,
    { id: caseId },
    (data) => data.case?.releases ?? nothing,
    ['Release', 'CasePerson'],
  );
  const close = () => setOpen(false);
  const write = may(can, 'RELEASE_RECORD') ? (
    <Button icon={<IconPlus size={18} aria-hidden />} onClick={() => setOpen(true)}>
      {t`Write a release`}
    </Button>
  ) : undefined;
  return (
    <Stack>
      <Section title={t`Releases`} actions={pages.rows?.length ? write : undefined}>
        <Stack>
          <p className="t-soft">
            <Trans>
              With a release, the young person says who may be told. Each opens one door: one
              organization, for one purpose, until a day. No help depends on it. Without one,
              something leaves only where a court or the law demands it, and it stands below.
            </Trans>
          </p>
          {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
          {pages.rows === undefined && !pages.fault ? <SkeletonRows rows={4} /> : null}
          {pages.rows?.length === 0 ? (
            <EmptyState title={t`No release is written`} actions={write}>
              {t`That is fine: everything that shares nothing goes on without one.`}
            </EmptyState>
          ) : null}
          {pages.rows?.length ? (
            <List items={pages.rows} itemKey={(one) => one.id} label={t`Releases`}>
              {(one) => <ReleaseEntry of={one} caseId={caseId} can={can} />}
            </List>
          ) : null}
          {pages.hasMore ? (
            <Row justify="end">
              <Button small busy={pages.fetching} onClick={pages.more}>{t`Show more`}</Button>
            </Row>
          ) : null}
        </Stack>
      </Section>
      {may(can, 'DISCLOSURE_VIEW') ? (
        <Accounting caseId={caseId} prints={may(can, 'PLAN_PRINT')} />
      ) : null}
      {may(can, 'DISCLOSURE_COMPEL') ? (
        <Section title={t`What a court or the law demands`}>
          <Stack>
            <p className="t-soft">
              {t`An order of a court, a subpoena, or a report that the law demands. It needs its papers, what the young person heard, and what keeps them safe.`}
            </p>
            <Row>
              <Button look="second" onClick={() => setCompelled(true)}>
                {t`Share what is demanded`}
              </Button>
            </Row>
          </Stack>
        </Section>
      ) : null}
      <Drawer
        opened={compelled}
        onClose={() => setCompelled(false)}
        title={t`What a court or the law demands`}
      >
        {compelled ? <CompelForm caseId={caseId} onClose={() => setCompelled(false)} /> : null}
      </Drawer>
      <Drawer opened={open} onClose={close} title={t`Write a release`}>
        {open ? <ReleaseForm caseId={caseId} onClose={close} /> : null}
      </Drawer>
    </Stack>
  );
}
