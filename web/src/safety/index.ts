/** The safety interface: leaving, covering, ending, hiding names, and keys that stay harmless. */
export { IdleDialog } from './IdleDialog';
export { LeaveButton, TripleShift } from './LeaveControl';
export { guardBackForwardCache, leave } from './leave';
export { toggleNames, useNamesHidden } from './names';
export { PrivacyScreen } from './PrivacyScreen';
export {
  listenForShortcuts,
  type Shortcut,
  shownKeys,
  useShortcut,
  useShortcuts,
} from './shortcuts';
export { loadSiteConfig, siteConfig } from './siteConfig';
