import {
  duration,
  hostAndPort,
  hostName,
  oneOf,
  port,
  webAddress,
  webhookSecrets,
  wholeNumber,
} from './kinds.js';
import { setting } from './setting.js';

export const processSettings = {
  logLevel: setting(oneOf('debug', 'info', 'warn', 'error'), {
    describes: 'the least important thing that is logged',
    default: 'info',
  }),
};

export const workerSettings = {
  workerHealthPort: setting(port, {
    describes:
      'the port on which the worker says that it is alive, and tells its figures at /metrics; none where it is not set',
  }),
  workerTemporalMetricsAddress: setting(hostAndPort, {
    describes:
      'where Temporal’s SDK in the worker tells its own figures, at /metrics; nowhere where it is not set',
    unit: 'host:port',
  }),
};

const upToAMinute = duration.refine(seconds => seconds >= 1 && seconds <= 60, {
  error: 'must lie between PT1S and PT1M',
});

export const addressSettings = {
  publicUrl: setting(webAddress, {
    describes:
      'where the API is reached from outside: links to copies and calendars, messages to sources and other controllers say it',
    default: 'http://127.0.0.1:3000',
    mustBeSet: 'in production',
  }),
};

export const httpSettings = {
  ...addressSettings,
  apiHost: setting(hostName, { describes: 'the address the API listens on', default: '127.0.0.1' }),
  apiPort: setting(port, { describes: 'the port of the API', default: '3000' }),
  bodyLimit: setting(wholeNumber(1_024, 104_857_600), {
    describes: 'the largest body a caller may send',
    unit: 'bytes',
    default: '1048576',
  }),
  idempotencyRetention: setting(duration, {
    describes: 'how long an Idempotency-Key and its answer are remembered',
    unit: 'ISO 8601 duration',
    default: 'P7D',
  }),
  commandPatience: setting(upToAMinute, {
    describes:
      'how long a caller waits for a case to take a command, before the answer is 503 and "try again"',
    unit: 'ISO 8601 duration',
    default: 'PT5S',
  }),
  startsInFlight: setting(wholeNumber(1, 10_000), {
    describes: 'the most workflow starts under way at once; above it opening answers 202',
    default: '16',
  }),
  mailReportSecrets: setting(webhookSecrets, {
    describes:
      'the secrets with which a mail system signs its reports on letters (Standard Webhooks), the newest first',
    unit: 'whsec_ and 24 to 64 bytes in base64, a comma between two',
    secret: true,
  }),
  clockOffset: setting(duration, {
    describes: 'how far the clock for opening a request is moved, for journeys and training',
    unit: 'ISO 8601 duration',
    default: 'PT0S',
    refusedInProduction: true,
  }),
};
