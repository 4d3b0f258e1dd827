import { useLingui } from '@lingui/react/macro';
import { Modal as Base } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './overlay.module.css';

interface ModalProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  wide?: boolean;
  /** All of the screen: for what is shown to somebody who sits beside. */
  whole?: boolean;
}

/** A question in the way of the page. The heading is a plain `div`: a page has one banner only. */
export function Modal({
  opened,
  onClose,
  title,
  children,
  wide = false,
  whole = false,
}: ModalProps) {
  const { t } = useLingui();
  return (
    <Base.Root
      opened={opened}
      onClose={onClose}
      size={wide ? 'lg' : 'md'}
      fullScreen={whole}
      classNames={{ inner: css.inner ?? '' }}
      centered={!whole}
      withinPortal={false}
      lockScroll={false}
      returnFocus
    >
      <Base.Overlay />
      <Base.Content data-trellis-overlay>
        <div className={css.head}>
          <Base.Title className={css.title ?? ''}>{title}</Base.Title>
          <Base.CloseButton aria-label={t`Close`} />
        </div>
        <Base.Body>{children}</Base.Body>
      </Base.Content>
    </Base.Root>
  );
}
