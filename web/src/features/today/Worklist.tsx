import type { ReactNode } from 'react';
import type { Fault } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { List, Section, SkeletonRows } from '~/ui';

interface WorklistProps<Row extends { id: string }> {
  title: string;
  /** Undefined until the server has answered. */
  rows: readonly Row[] | undefined;
  fault: Fault | undefined;
  retry: () => void;
  none: string;
  actions?: ReactNode;
  children: (row: Row) => ReactNode;
}

/** One part of Today in each of its states: on its way, not to be had, none, some. */
export function Worklist<Row extends { id: string }>(props: WorklistProps<Row>) {
  const { title, rows, fault, retry, none, actions, children } = props;
  return (
    <Section title={title} actions={actions}>
      {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
      {!rows && !fault ? <SkeletonRows rows={3} /> : null}
      {rows?.length === 0 ? <p className="t-soft">{none}</p> : null}
      {rows?.length ? (
        <List items={rows} itemKey={(row) => row.id} label={title}>
          {children}
        </List>
      ) : null}
    </Section>
  );
}
