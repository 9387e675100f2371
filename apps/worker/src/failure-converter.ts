// The SDK loads it by its path; each workflow bundle has the same one inside.
export { failureConverter } from '@duly/case-protocol';
