import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithoutRef, ReactNode, Ref } from 'react';
import { classes } from '../classes';
import css from './actions.module.css';

interface AnchorProps extends ComponentPropsWithoutRef<'a'> {
  ref?: Ref<HTMLAnchorElement>;
}

const PlainAnchor = (props: AnchorProps) => <a {...props} />;

/** To another screen of ours: typed, and without leaving the page. */
export const Link = createLink(PlainAnchor);

interface ButtonAnchorProps extends AnchorProps {
  look?: 'main' | 'second' | 'quiet';
  icon?: ReactNode;
}

const ButtonAnchor = ({
  look = 'second',
  icon,
  children,
  className,
  ...rest
}: ButtonAnchorProps) => (
  <a {...rest} className={classes(css.buttonLink, css[look], className)}>
    {icon}
    {children}
  </a>
);

/** A link that looks like a button: the next step is on another screen. */
export const ButtonLink = createLink(ButtonAnchor);
