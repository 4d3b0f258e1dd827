import { useLingui } from '@lingui/react';

/** Regions in which roads are signed in miles. */
const inMiles = ['US', 'GB', 'LR', 'MM', 'PR', 'GU', 'VI', 'AS', 'MP'];
const mile = 1.609344;

/** Whether the reader's region counts in miles; a reader without one is at home here. */
export function milesFor(locale: string): boolean {
  const { region } = new Intl.Locale(locale);
  return region === undefined || inMiles.includes(region);
}

/** How far something is, in words: to the tenth below ten. */
export function distance(meters: number, locale: string, language: string): string {
  const miles = milesFor(locale);
  const far = meters / 1000 / (miles ? mile : 1);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: miles ? 'mile' : 'kilometer',
    maximumFractionDigits: far < 9.95 ? 1 : 0,
  }).format(far);
}

/** Distances in the reader's units; ranges to choose from are in kilometers. */
export function useDistances() {
  const { i18n } = useLingui();
  const unit = milesFor(navigator.language) ? mile : 1;
  return {
    ranges: [10, 25, 50, 100, 250].map((far) => far * unit),
    written: (meters: number) => distance(meters, navigator.language, i18n.locale),
  };
}
