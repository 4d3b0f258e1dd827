import type { MantineColorsTuple } from '@mantine/core';

/**
 * Ten shades each, light to dark, made for two pairs of use: shade 9 on shade 1 (tinted parts,
 * contrast above 7) and white on shade 7 (filled parts, above 5). Warm greys instead of blue ones.
 */
export const spruce: MantineColorsTuple = [
  '#eef6f4',
  '#d9ebe7',
  '#b3d6cf',
  '#88bfb4',
  '#5ea698',
  '#3f8d7f',
  '#2c7568',
  '#1f6156',
  '#174d45',
  '#0f3a34',
];
export const stone: MantineColorsTuple = [
  '#f8f7f4',
  '#f0eeea',
  '#e3e0da',
  '#d0ccc4',
  '#b0aba1',
  '#8c867b',
  '#6b665c',
  '#504c44',
  '#393631',
  '#25231f',
];
export const clay: MantineColorsTuple = [
  '#fdf4ea',
  '#fae6cf',
  '#f3cb9e',
  '#eab06c',
  '#dd9443',
  '#c27a2a',
  '#a0611d',
  '#804c16',
  '#643b12',
  '#4a2b0d',
];
export const rose: MantineColorsTuple = [
  '#fdf1f0',
  '#fadedc',
  '#f2b9b6',
  '#e58f8b',
  '#d46560',
  '#bd4540',
  '#a1332f',
  '#842825',
  '#691f1d',
  '#4d1614',
];
export const sky: MantineColorsTuple = [
  '#eff5fb',
  '#dbe8f5',
  '#b5d0ea',
  '#8bb6dd',
  '#6199cc',
  '#417eb5',
  '#2f6698',
  '#245280',
  '#1b4064',
  '#132e48',
];
export const moss: MantineColorsTuple = [
  '#f1f7ec',
  '#e0edd5',
  '#c2dbac',
  '#a1c781',
  '#81b05b',
  '#66973f',
  '#517c30',
  '#406327',
  '#314d1e',
  '#233715',
];
/** Mantine's dark scheme reads this one backwards: 0 is text, 7 the page, 9 the deepest. */
export const dusk: MantineColorsTuple = [
  '#eceae5',
  '#d4d1ca',
  '#b8b4ab',
  '#949087',
  '#625f58',
  '#494741',
  '#383631',
  '#252420',
  '#1d1c19',
  '#161513',
];

export const tones = { spruce, stone, clay, rose, sky, moss } as const;
/** The names that feature code may use for colour: what is meant, not what is seen. */
export type Tone = keyof typeof tones;
