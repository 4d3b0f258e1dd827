/**
 * Squares for what the atlas has no shape of, and for what is too small to be seen on it: the
 * territories in a row below, the small states of the east in a column off the coast. In the
 * atlas's points.
 */
const size = 20;

const square = (x: number, y: number) => ({
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y + size],
        [x, y],
      ],
    ],
  },
  label: [x + size + 6, y + size / 2] as const,
  side: 'start' as const,
});

const eastern = ['NH', 'VT', 'MA', 'RI', 'CT', 'NJ', 'DE', 'MD', 'DC'];
const territories = ['PR', 'VI', 'GU', 'MP', 'AS'];

export const squares: Readonly<Record<string, ReturnType<typeof square> | undefined>> =
  Object.fromEntries([
    ...eastern.map((key, at) => [key, square(905, 270 + at * 30)]),
    ...territories.map((key, at) => [key, square(420 + at * 90, 640)]),
  ]);
