import { useState } from 'react';
import type { Sought } from './search';

const nothing: Sought = { words: '', age: '' };
let kept = nothing;

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
