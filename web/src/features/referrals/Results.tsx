import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useState } from 'react';
import { Ages, Checked, Room, Where } from '~/features/directory/Facets';
import type { ListedService } from '~/features/directory/query';
import { serviceCategory, useWords } from '~/features/words';
import type { Picked } from './picked';
import css from './refer.module.css';

interface ResultsProps {
  id: string;
  rows: readonly ListedService[];
  chosen: readonly Picked[];
  /** No more may be chosen. */
  full: boolean;
  onToggle: (service: ListedService) => void;
}

/** What was found, each to be ticked: one stop for Tab, arrows within, Space chooses. */
export function Results({ id, rows, chosen, full, onToggle }: ResultsProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const [at, setAt] = useState(0);
  const stop = Math.min(at, rows.length - 1);
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!step) return;
    event.preventDefault();
    const next = Math.min(Math.max(stop + step, 0), rows.length - 1);
    setAt(next);
    event.currentTarget.querySelectorAll('input')[next]?.focus();
  };
  if (rows.length === 0) {
    return (
      <p className="t-soft" role="status">
        <Trans>Nothing fits all of this. Try a neighboring state, or fewer wishes.</Trans>
      </p>
    );
  }
  return (
    <ul id={id} className={css.results} aria-label={t`Services found`} onKeyDown={onKeyDown}>
      {rows.map((row, place) => {
        const ticked = chosen.some((one) => one.id === row.id);
        return (
          <li key={row.id}>
            <label className={css.result}>
              <input
                type="checkbox"
                tabIndex={place === stop ? 0 : -1}
                checked={ticked}
                aria-disabled={full && !ticked}
                aria-labelledby={`${id}-${place}`}
                aria-describedby={`${id}-${place}-more`}
                onFocus={() => setAt(place)}
                onChange={() => (full && !ticked ? undefined : onToggle(row))}
              />
              <span id={`${id}-${place}`} className={css.name}>
                {row.name}
              </span>
              <span id={`${id}-${place}-more`} className={css.detail}>
                {word(serviceCategory, row.category)} · <Ages of={row} /> · <Where of={row} />
              </span>
              <span className={css.pills}>
                <Room of={row} />
                <Checked of={row} inLine />
              </span>
            </label>
          </li>
        );
      })}
    </ul>
  );
}
