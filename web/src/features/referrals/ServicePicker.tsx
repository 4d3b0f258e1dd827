import { useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useDeferredValue, useEffect, useId, useState } from 'react';
import { Filters, type Narrowing } from '~/features/directory/Filters';
import { ServicesDocument } from '~/features/directory/query';
import { filterOf } from '~/features/directory/search';
import { usePages } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, FieldError, IconButton, Row, SkeletonRows } from '~/ui';
import { asPicked, type Picked } from './picked';
import { Results } from './Results';
import css from './refer.module.css';

interface ServicePickerProps {
  chosen: Picked[];
  onChange: (next: Picked[]) => void;
  error: ReactNode;
  most: number;
  /** Where the search begins: the state of the case, the kind that fits the goal. */
  start: Narrowing;
  /** Whether the search is open from the start, as nothing is chosen yet. */
  open: boolean;
  focusFirst: boolean;
}

/** Services by search in place: what is chosen stays on top, whatever is sought next. */
export function ServicePicker(props: ServicePickerProps) {
  const { chosen, onChange, error, most, start, focusFirst } = props;
  const { t } = useLingui();
  const [open, setOpen] = useState(props.open);
  const [search, setSearch] = useState<Narrowing>(start);
  const [sought, setSought] = useState({ words: '', age: '' });
  const settled = useDeferredValue(sought);
  const ids = { words: useId(), list: useId(), error: useId() };
  // What is known of the case may arrive after the drawer has opened and placed its focus.
  useEffect(() => {
    if (focusFirst) document.getElementById(ids.words)?.querySelector('input')?.focus();
  }, [focusFirst, ids.words]);
  const pages = usePages(
    ServicesDocument,
    { filter: filterOf(search, settled), first: 8 },
    (data) => data.services,
    ['Service'],
  );
  const toggle = (service: Picked) =>
    onChange(
      chosen.some(({ id }) => id === service.id)
        ? chosen.filter(({ id }) => id !== service.id)
        : [...chosen, asPicked(service)],
    );
  const intoResults = () =>
    document.getElementById(ids.list)?.querySelector<HTMLInputElement>('input')?.focus();
  return (
    <fieldset className={css.picker} aria-describedby={error ? ids.error : undefined}>
      <legend>{t`Which services? Up to ${most}`}</legend>
      {chosen.length ? (
        <ul className={css.chosen} aria-label={t`Chosen services`}>
          {chosen.map((service) => (
            <li key={service.id}>
              {service.name}
              <IconButton label={t`Leave out ${service.name}`} onClick={() => toggle(service)}>
                <IconX size={18} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      <FieldError id={ids.error}>{error}</FieldError>
      {open ? (
        <search
          aria-label={t`Search the directory`}
          onKeyDown={(event) => {
            const inWords = document.getElementById(ids.words)?.contains(event.target as Node);
            if (!inWords || event.ctrlKey || event.metaKey) return;
            // Enter in the words seeks; it does not send the form.
            if (event.key === 'Enter' || event.key === 'ArrowDown') {
              event.preventDefault();
              intoResults();
            }
          }}
          className={css.picker}
        >
          <Filters
            search={search}
            onSearch={(next) => setSearch((before) => ({ ...before, ...next }))}
            sought={sought}
            onSought={(next) => setSought((before) => ({ ...before, ...next }))}
            wordsId={ids.words}
            inDrawer
          />
          {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
          {pages.rows ? (
            <Results
              id={ids.list}
              rows={pages.rows}
              chosen={chosen}
              full={chosen.length >= most}
              onToggle={toggle}
            />
          ) : pages.fault ? null : (
            <SkeletonRows rows={4} />
          )}
          {pages.hasMore ? (
            <Row justify="end">
              <Button small busy={pages.fetching} onClick={pages.more}>{t`Show more`}</Button>
            </Row>
          ) : null}
        </search>
      ) : (
        <Row>
          <Button small onClick={() => setOpen(true)}>{t`Add another service`}</Button>
        </Row>
      )}
    </fieldset>
  );
}
