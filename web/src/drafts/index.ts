/** Server drafts: nothing typed is lost, and nothing typed stays on the device. */
export { DraftForm } from './DraftForm';
export { DraftStatus } from './DraftStatus';
export { type Draft, useDraft } from './useDraft';
