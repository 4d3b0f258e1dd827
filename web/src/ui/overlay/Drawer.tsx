import { useLingui } from '@lingui/react/macro';
import { Drawer as Base } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './overlay.module.css';

interface DrawerProps {
  opened: boolean;
  /** The work inside is kept as a draft, so closing is going back, not giving up. */
  onClose: () => void;
  title: string;
  children: ReactNode;
}

/** A form over any page, from the end of the line; the whole screen on a phone. */
export function Drawer({ opened, onClose, title, children }: DrawerProps) {
  const { t } = useLingui();
  return (
    <Base.Root
      opened={opened}
      onClose={onClose}
      position="right"
      size={560}
      classNames={{ inner: css.inner ?? '' }}
      withinPortal={false}
      lockScroll={false}
      returnFocus
    >
      <Base.Overlay />
      <Base.Content data-trellis-overlay>
        <div className={css.head}>
          <Base.Title className={css.title ?? ''}>{title}</Base.Title>
          <Base.CloseButton aria-label={t`Back`} />
        </div>
        <Base.Body className={css.drawerBody ?? ''}>{children}</Base.Body>
      </Base.Content>
    </Base.Root>
  );
}
