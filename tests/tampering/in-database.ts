import type { DatabaseTampering } from './changes.js';
import { logTamperings } from './in-log.js';
import { registerTamperings } from './in-register.js';
import type { KindIn } from './kinds.js';

/** Each kind, by its name. */
export const databaseTamperings: Readonly<Record<KindIn<'database'>, DatabaseTampering>> = {
  ...logTamperings,
  ...registerTamperings,
};
