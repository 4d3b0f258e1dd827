import { Button as Base } from '@mantine/core';
import type { ComponentPropsWithoutRef, ReactNode, Ref } from 'react';

export type ButtonLook = 'main' | 'second' | 'quiet' | 'danger';

export interface ButtonProps
  extends Omit<ComponentPropsWithoutRef<'button'>, 'style' | 'color' | 'className'> {
  children: ReactNode;
  /** `main`: the one thing this screen is for. `danger`: ends or removes something. */
  look?: ButtonLook;
  icon?: ReactNode;
  /** Work is going on; the button says so and cannot be pressed again. */
  busy?: boolean;
  small?: boolean;
  fullWidth?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

const looks = {
  main: { variant: 'filled', color: 'spruce' },
  second: { variant: 'default' },
  quiet: { variant: 'subtle', color: 'spruce' },
  danger: { variant: 'outline', color: 'rose' },
} as const;

/** A button is a button: something happens here. To go somewhere, use `ButtonLink` or `Link`. */
export function Button({ look = 'second', icon, busy, small, ...rest }: ButtonProps) {
  return (
    <Base
      type="button"
      {...looks[look]}
      leftSection={icon}
      loading={busy ?? false}
      size={small ? 'xs' : 'sm'}
      {...rest}
    />
  );
}
