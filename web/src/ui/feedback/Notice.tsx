import { useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconButton } from '../actions/IconButton';
import { classes } from '../classes';
import css from './feedback.module.css';

interface NoticeProps {
  /** `problem` and `care` stay until they are dismissed or mended; none goes by itself. */
  tone?: 'info' | 'good' | 'care' | 'problem';
  title?: string;
  children?: ReactNode;
  onDismiss?: () => void;
}

const icons = {
  info: IconInfoCircle,
  good: IconCircleCheck,
  care: IconAlertTriangle,
  problem: IconAlertTriangle,
};

/** Something to know, in its place on the page. Told to screen readers when it appears. */
export function Notice({ tone = 'info', title, children, onDismiss }: NoticeProps) {
  const { t } = useLingui();
  const Icon = icons[tone];
  return (
    <div role={tone === 'problem' ? 'alert' : 'status'} className={classes(css.notice, css[tone])}>
      <Icon size={20} aria-hidden className={css.noticeIcon} />
      <div className={css.noticeText}>
        {title ? <strong>{title}</strong> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {onDismiss ? (
        <IconButton label={t`Dismiss`} onClick={onDismiss}>
          <IconX size={18} aria-hidden />
        </IconButton>
      ) : null}
    </div>
  );
}
