import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useNamesHidden } from '~/safety/names';
import css from './sensitive.module.css';

/**
 * A name, alias or place. While "hide names" is on it is not drawn at all, so that it can be
 * neither read over a shoulder nor copied from a shared screen.
 */
export function Hideable({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const hidden = useNamesHidden();
  return hidden ? (
    <span className={css.hideable} data-names-hidden="true" role="img" aria-label={t`hidden`}>
      {'\u2003\u2003\u2003'}
    </span>
  ) : (
    children
  );
}
