import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
} from '@mantine/core';
import { dusk, tones } from './colors';

const hue = (color: string) => `--mantine-color-${color}`;

/** Tinted parts: shade 9 on shade 1 (light), shade 1 on shade 9 (dark); both above 7 : 1. */
function tinted(scheme: 'light' | 'dark'): Record<string, string> {
  const [ground, hover, ink, line] = scheme === 'light' ? [1, 2, 9, 7] : [9, 8, 1, 3];
  return Object.fromEntries(
    Object.entries(tones).flatMap(([color, shades]) => [
      [`${hue(color)}-light`, shades[ground as 1]],
      [`${hue(color)}-light-hover`, shades[hover as 1]],
      [`${hue(color)}-light-color`, shades[ink as 1]],
      [`${hue(color)}-outline`, shades[line as 1]],
      [`${hue(color)}-text`, shades[line as 1]],
    ]),
  );
}

export const cssVariables: CSSVariablesResolver = (theme) => ({
  variables: {},
  light: {
    ...tinted('light'),
    '--mantine-color-body': '#fbfaf8',
    '--mantine-color-text': '#25231f',
    '--mantine-color-dimmed': '#5a554c',
    '--mantine-color-placeholder': '#6b665c',
    '--mantine-color-error': '#a1332f',
    '--mantine-color-anchor': '#1f6156',
    '--mantine-color-default-border': '#8c867b',
  },
  dark: {
    ...tinted('dark'),
    '--mantine-color-body': '#1d1c19',
    '--mantine-color-text': '#eceae5',
    '--mantine-color-dimmed': '#b8b4ab',
    '--mantine-color-placeholder': '#a8a49b',
    '--mantine-color-error': '#f2b9b6',
    '--mantine-color-anchor': '#88bfb4',
    '--mantine-color-default-border': '#7a766d',
    '--mantine-primary-color-contrast': theme.white,
  },
});

export const theme = createTheme({
  primaryColor: 'spruce',
  primaryShade: { light: 7, dark: 6 },
  colors: { ...tones, gray: tones.stone, red: tones.rose, dark: dusk },
  black: '#25231f',
  fontFamily: 'var(--t-font)',
  headings: { fontFamily: 'var(--t-font)', fontWeight: '650' },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  // A shade together with "light" makes text invisible, so the shade is dropped there.
  variantColorResolver: (input) =>
    defaultVariantColorsResolver(
      input.variant === 'filled' || !input.color?.includes('.')
        ? input
        : { ...input, color: input.color.split('.')[0] ?? input.color },
    ),
  // By name, not by importing them: what only lazy screens use is not in the first load.
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'stone', size: 36 } },
    Chip: { defaultProps: { variant: 'outline', size: 'sm', radius: 'xl' } },
    CloseButton: { defaultProps: { size: 'lg' } },
    InputWrapper: {
      vars: () => ({
        description: { '--input-description-size': '13.5px' },
        error: { '--input-error-size': '14px' },
      }),
    },
    Menu: { defaultProps: { withinPortal: false, shadow: 'md' } },
    Popover: { defaultProps: { withinPortal: false, shadow: 'md' } },
    Tooltip: {
      defaultProps: {
        withinPortal: false,
        openDelay: 400,
        events: { hover: true, focus: true, touch: false },
      },
    },
  },
});
