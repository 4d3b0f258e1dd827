import { useState } from 'react';
import type { DirectorySearch, Sought } from './search';

export const nothing = {
  words: '',
  age: '',
  county: undefined,
  near: undefined,
  exact: undefined,
};
let kept: Sought = nothing;
let filters: Omit<DirectorySearch, 'case' | 'step'> = {};

/** The filters that were chosen last: who comes back to the directory finds them again. */
export const remembered = () => filters;

export function remember({ case: _case, step: _step, ...chosen }: DirectorySearch) {
  filters = chosen;
}

/**
 * The words and the age that are sought. They outlive a look at one service, in this page's
 * memory; they are in no address, no storage, and gone with the page (rule 124).
 */
export function useSought(): [Sought, (next: Partial<Sought>) => void] {
  const [sought, setSought] = useState(kept);
  const change = (next: Partial<Sought>) => {
    kept = { ...kept, ...next };
    setSought(kept);
  };
  return [sought, change];
}
