import { ActionIcon, Tooltip } from '@mantine/core';
import type { ComponentPropsWithoutRef, ReactNode, Ref } from 'react';

interface IconButtonProps
  extends Omit<ComponentPropsWithoutRef<'button'>, 'style' | 'color' | 'className' | 'aria-label'> {
  /** Its name: read aloud, and shown on hover and focus. */
  label: string;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A button with only a picture; never without a name. */
export function IconButton({ label, children, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon type="button" aria-label={label} {...rest}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
