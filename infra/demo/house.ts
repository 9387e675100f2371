import { join } from 'node:path';
import { readSettings } from '@duly/settings';
import { openTemporal } from '@duly/temporal';
import type { Client } from '@temporalio/client';
import { startMailCatcher, type MailCatcher } from '../local/mail-catcher.js';
import { freePorts } from '../local/ports.js';
import { startPostgres } from '../local/postgres-server.js';
import type { Processes } from '../local/processes.js';
import { startSignIn } from '../local/sign-in.js';
import { bringApi, bringWorker } from '../local/start-apps.js';
import { audience } from '../local/start-servers.js';
import { findTemporalProgram } from '../local/temporal-program.js';
import { startTemporal } from '../local/temporal-server.js';
import { workspace } from '../local/workspace.js';

/** When every request of the demo is opened: ten in the morning in London. Only the case's own clock stands there. */
export const opensAt = '2036-03-31T09:00:00Z';

/** All that the demo talks to. */
export interface House {
  readonly apiUrl: string;
  readonly issuer: string;
  readonly mail: MailCatcher;
  readonly temporal: Client;
  readonly temporalAddress: string;
  /** The connection string of one of its databases. */
  readonly database: (name: string) => string;
  /** What its apps are told. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where its apps may call this machine: a system that holds data, and another organisation's Duly. */
  readonly beside: { readonly system: number; readonly other: number };
}

type Say = (line: string) => void;

interface Ports {
  readonly postgres: number;
  readonly temporal: number;
  readonly smtp: number;
  readonly mailPage: number;
  readonly signIn: number;
  readonly api: number;
  readonly system: number;
  readonly other: number;
}

async function choosePorts(): Promise<Ports> {
  const [postgres = 0, temporal = 0, smtp = 0, mailPage = 0, signIn = 0, api = 0, system = 0, other = 0] =
    await freePorts(8);
  return { postgres, temporal, smtp, mailPage, signIn, api, system, other };
}

function bringPostgres(processes: Processes, folder: string, port: number) {
  return startPostgres({
    folder: join(folder, 'postgres'),
    port,
    logFile: processes.logFile('postgres'),
    databases: ['duly', 'duly_keys', 'fines', 'other', 'other_keys'],
    careless: true,
    onStart: child => processes.watch('postgres', child, 'SIGINT'),
  });
}

async function bringTemporal(processes: Processes, port: number, say: Say) {
  return startTemporal({
    program: await findTemporalProgram(say),
    store: { kind: 'memory' },
    port,
    namespace: 'default',
    logFile: processes.logFile('temporal'),
    onStart: child => processes.watch('temporal', child),
  });
}

async function bringMail(processes: Processes, ports: Ports): Promise<MailCatcher> {
  const mail = await startMailCatcher({ smtpPort: ports.smtp, pagePort: ports.mailPage });
  processes.onStop('mail', () => mail.stop());
  return mail;
}

async function bringSignIn(processes: Processes, port: number): Promise<string> {
  const signIn = await startSignIn({ port, audience, consoleUrl: 'http://127.0.0.1:3001' });
  processes.onStop('sign-in', () => signIn.stop());
  return signIn.issuer;
}

/** What the apps are told, and nothing of what the person's own environment says of other servers. */
function environmentOf(
  ports: Ports,
  databases: { url(name: string): string },
  temporalAddress: string,
  issuer: string,
  folder: string,
) {
  const ahead = Math.round((Date.parse(opensAt) - Date.now()) / 1_000);
  return {
    PATH: process.env['PATH'] ?? '',
    NODE_ENV: 'development',
    DATABASE_URL: databases.url('duly'),
    KEYS_DATABASE_URL: databases.url('duly_keys'),
    TEMPORAL_ADDRESS: temporalAddress,
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(ports.smtp),
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: audience,
    API_PORT: String(ports.api),
    PUBLIC_URL: `http://127.0.0.1:${ports.api}`,
    DOCUMENTS_FOLDER: join(folder, 'documents'),
    // No scanner runs on a developer's machine, and what is called lies on it.
    DOCUMENTS_UNSCANNED: 'on',
    HOOKS_LOOPBACK: `127.0.0.1:${ports.system},127.0.0.1:${ports.other}`,
    CLOCK_OFFSET: `PT${ahead}S`,
    CALENDAR_FILE: join(workspace, 'infra', 'demo', 'calendar.json'),
  };
}

/**
 * Brings up everything a case needs, on free ports and in a folder of its own; `processes` takes it down. The worker may be given to
 * others, to be taken down before the rest; `settings` go before those of the demo.
 */
export async function bringHouse(
  processes: Processes,
  folder: string,
  say: Say,
  workers = processes,
  settings: Readonly<Record<string, string>> = {},
): Promise<House> {
  const ports = await choosePorts();
  const [postgres, temporal, mail, issuer] = await Promise.all([
    bringPostgres(processes, folder, ports.postgres),
    bringTemporal(processes, ports.temporal, say),
    bringMail(processes, ports),
    bringSignIn(processes, ports.signIn),
  ]);
  say('PostgreSQL, Temporal, the mail catcher and the sign-in are up.');
  const environment = { ...environmentOf(ports, postgres, temporal.address, issuer, folder), ...settings };
  const apiUrl = `http://127.0.0.1:${ports.api}`;
  await Promise.all([bringWorker(workers, environment), bringApi(processes, environment, apiUrl)]);
  say('The worker and the API are up.');
  const client = openTemporal({
    temporalAddress: temporal.address,
    temporalNamespace: 'default',
    temporalTls: false,
    temporalApiKey: undefined,
    temporalPayloadKeys: readSettings('cli', environment).temporalPayloadKeys,
  });
  processes.onStop('client', () => client.connection.close());
  return {
    apiUrl,
    issuer,
    mail,
    temporal: client,
    temporalAddress: temporal.address,
    database: postgres.url,
    environment,
    beside: { system: ports.system, other: ports.other },
  };
}
