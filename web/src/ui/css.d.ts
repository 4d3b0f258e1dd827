import 'react';

declare module 'react' {
  /** Custom properties are styles too. */
  interface CSSProperties {
    [custom: `--${string}`]: string | number | undefined;
  }
}
