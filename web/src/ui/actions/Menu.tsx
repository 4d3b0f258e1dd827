import { Menu as Base } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './actions.module.css';
import { IconButton } from './IconButton';

export interface MenuAction {
  label: string;
  icon?: ReactNode;
  onSelect: () => void;
  /** Ends or removes something: shown last and in the colour of warning. */
  danger?: boolean;
}

/** The actions of one row or card, behind three dots. */
export function ActionMenu({ label, actions }: { label: string; actions: MenuAction[] }) {
  return (
    <Base position="bottom-end" withInitialFocusPlaceholder={false}>
      <Base.Target>
        <IconButton label={label}>
          <IconDots size={20} aria-hidden />
        </IconButton>
      </Base.Target>
      <Base.Dropdown aria-label={label}>
        {actions.map((action) => (
          <Base.Item
            key={action.label}
            leftSection={action.icon}
            onClick={action.onSelect}
            className={action.danger ? (css.danger ?? '') : ''}
          >
            {action.label}
          </Base.Item>
        ))}
      </Base.Dropdown>
    </Base>
  );
}
