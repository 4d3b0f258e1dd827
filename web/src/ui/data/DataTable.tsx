import { Trans } from '@lingui/react/macro';
import { IconArrowDown } from '@tabler/icons-react';
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { type ReactNode, useId, useMemo } from 'react';
import { Button } from '../actions/Button';
import { classes } from '../classes';
import { SkeletonRows } from '../feedback/Skeleton';
import css from './data.module.css';
import { useRowKeys } from './useRowKeys';

export interface Column<Row, Order extends string = never> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The server's order by this column; its heading then becomes a button. */
  order?: Order;
  align?: 'start' | 'end';
  /** Left out on phones, where each row is a card. */
  wideOnly?: boolean;
}

export interface DataTableProps<Row, Order extends string = never> {
  /** What these rows are: the table's name. */
  label: string;
  columns: readonly Column<Row, Order>[];
  /** Undefined while nothing has arrived yet. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  /** A row is opened by its first cell's link; J, K and Enter reach it too. */
  onOpen?: (row: Row) => void;
  /** X selects the marked row; a column of the caller's shows which are selected. */
  onSelect?: (row: Row) => void;
  order?: Order;
  onOrder?: (order: Order) => void;
  /** New rows are on their way while old ones are shown. */
  fetching?: boolean;
  /** There are more rows after these. */
  hasMore?: boolean;
  onMore?: () => void;
  /** Shown instead of the table when there are no rows. */
  empty: ReactNode;
}

const features = tableFeatures({});

/** Rows from the server, which sorts and pages. On a phone every row is a card with its labels. */
export function DataTable<Row extends object, Order extends string = never>(
  props: DataTableProps<Row, Order>,
) {
  const { label, columns, rows, rowKey, order, onOrder, fetching, hasMore, onMore, empty } = props;
  const captionId = useId();
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return columns.map((column) =>
      helper.display({
        id: column.id,
        header: column.header,
        cell: ({ row }) => column.cell(row.original),
      }),
    );
  }, [columns]);
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const table = useTable({
    features,
    columns: definitions,
    data: (rows ?? none) as Row[],
    getRowId: rowKey,
  });
  const at = (act: ((row: Row) => void) | undefined) => (index: number) => {
    const row = rows?.[index];
    if (row) act?.(row);
  };
  const keys = useRowKeys(rows?.length ?? 0, at(props.onOpen), at(props.onSelect));

  if (!rows) return <SkeletonRows rows={8} />;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <div className={css.frame}>
      <div className={css.progress} data-on={fetching ?? false} aria-hidden />
      {/* biome-ignore-start lint/a11y/noRedundantRoles: cards on phones lose the table's roles */}
      <table role="table" className={css.table} aria-labelledby={captionId} aria-busy={fetching}>
        <caption id={captionId} className="t-hidden-visually">
          {label}
        </caption>
        <thead role="rowgroup">
          {table.getHeaderGroups().map((group) => (
            <tr role="row" key={group.id}>
              {group.headers.map((header) => {
                const column = byId.get(header.column.id);
                return column ? (
                  <HeaderCell key={header.id} column={column} order={order} onOrder={onOrder} />
                ) : null;
              })}
            </tr>
          ))}
        </thead>
        <tbody role="rowgroup" ref={keys.body}>
          {table.getRowModel().rows.map((row, at) => (
            <tr role="row" key={row.id} data-current={keys.current === at || undefined}>
              {row.getAllCells().map((cell) => {
                const column = byId.get(cell.column.id);
                return (
                  <td
                    role="cell"
                    key={cell.id}
                    data-label={column?.header}
                    className={classes(
                      column?.align === 'end' && css.end,
                      column?.wideOnly && css.wideOnly,
                    )}
                  >
                    <table.FlexRender cell={cell} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: as above */}
      {hasMore && onMore ? (
        <div className={css.more}>
          <Button onClick={onMore} busy={fetching ?? false}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      ) : null}
    </div>
  );
}

const none: readonly never[] = [];

interface HeaderCellProps<Row, Order extends string> {
  column: Column<Row, Order>;
  order: Order | undefined;
  onOrder: ((order: Order) => void) | undefined;
}

function HeaderCell<Row, Order extends string>({
  column,
  order,
  onOrder,
}: HeaderCellProps<Row, Order>) {
  const mine = column.order;
  const on = mine !== undefined && mine === order;
  return (
    <th
      // biome-ignore lint/a11y/noRedundantRoles: cards on phones lose the table's roles
      role="columnheader"
      scope="col"
      aria-sort={on ? 'other' : undefined}
      className={classes(column.align === 'end' && css.end, column.wideOnly && css.wideOnly)}
    >
      {mine !== undefined && onOrder ? (
        <button type="button" className={css.sort} data-on={on} onClick={() => onOrder(mine)}>
          {column.header}
          <IconArrowDown size={15} aria-hidden />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}
