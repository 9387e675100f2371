export { caseTime, type CaseStart, type CaseTime, type Instant, startCaseAt } from './case-time.js';
export { postgresServer, sharedServers, type Started, temporalServer } from '@duly/infra/spec-servers';
export { testTemporal, type TestTemporal } from './test-temporal.js';
export { type DatabaseTemplate, freshDatabase, testDatabase, type TestDatabase } from './test-database.js';
export { testMail, type TestMail } from './test-mail.js';
export { testServers, type Templates, type TestServers } from './test-servers.js';
export { testSignIn, type TestSignIn } from './test-sign-in.js';
export { type CaughtLetter, until } from '@duly/infra';
export { testWorker, type TestWorker, type TestWorkerOptions } from './test-worker.js';
