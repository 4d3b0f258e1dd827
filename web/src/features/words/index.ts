/** Every vocabulary of the schema in words. */
export * from './cases';
export * from './contacts';
export * from './directory';
export * from './people';
export * from './plans';
export * from './referrals';
export * from './requests';
export * from './staffings';
export { stateChoices, states } from './states';
export { useWords, type Words } from './useWords';
