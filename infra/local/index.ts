// What loads slowly is imported by its own name: @duly/infra/sign-in, @duly/infra/mail-catcher.
export { type Child, type ChildDescription, startChild } from './child-process.js';
export { freePort, freePorts, isFree, refuseTakenPorts } from './ports.js';
export { type PostgresOptions, type PostgresServer, startPostgres } from './postgres-server.js';
export { type ProcessIdentity, identify, startOf, stillRuns } from './process-identity.js';
export { type ProcessRecord, ProcessRecords } from './process-records.js';
export { stopProcess } from './stopping.js';
export { answers, reasonNotToSkip, type TemporalPlace } from './temporal-probe.js';
export { findTemporalProgram, type TemporalProgram } from './temporal-program.js';
export {
  startTemporal,
  type TemporalOptions,
  type TemporalServer,
  type TemporalStore,
} from './temporal-server.js';
export {
  ownTime,
  type SkippingStart,
  type SkippingWorkflow,
  startSkipping,
  windBy,
} from './time-skipping.js';
export { until } from './waiting.js';
export { cacheFolder, workspace } from './workspace.js';
export type { CaughtLetter } from './caught-letters.js';
export { findStaff, type Role, roles, staff, type StaffMember } from './staff.js';
export { chromiumPath, noChromium } from './chromium.js';
