import { join } from 'node:path';
import { freePort } from './ports.js';
import { startPostgres } from './postgres-server.js';
import { specFolder } from './spec-folder.js';
import { findTemporalProgram } from './temporal-program.js';
import { startTemporal } from './temporal-server.js';

/** The variables by which a whole test run shares the servers it started. The user's own TEMPORAL_ADDRESS and DATABASE_URL are never read. */
export const sharedServers = { postgres: 'DULY_TEST_POSTGRES', temporal: 'DULY_TEST_TEMPORAL' } as const;

export interface Started {
  stop(): Promise<void>;
}

const nothingToStop = (): Promise<void> => Promise.resolve();

/** A PostgreSQL for specs: the connection string of its owner, on the database `postgres`. */
export async function postgresServer(): Promise<Started & { readonly url: string }> {
  const shared = process.env[sharedServers.postgres];
  if (shared) return { url: shared, stop: nothingToStop };
  const folder = await specFolder();
  const server = await startPostgres({
    folder: join(folder.path, 'postgres'),
    port: await freePort(),
    logFile: join(folder.path, 'postgres.log'),
    databases: [],
    careless: true,
    onStart: ({ pid, startedAt }) =>
      folder.records.write({ name: 'postgres', place: 0, signal: 'SIGINT', pid, startedAt }),
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    folder.remove();
  };
  return { url: server.url('postgres'), stop };
}

/** The address of a Temporal for specs, in memory, with time skipping on. */
export async function temporalServer(): Promise<Started & { readonly address: string }> {
  const shared = process.env[sharedServers.temporal];
  if (shared) return { address: shared, stop: nothingToStop };
  const folder = await specFolder();
  const server = await startTemporal({
    program: await findTemporalProgram(line => console.error(line)),
    store: { kind: 'memory' },
    port: await freePort(),
    namespace: 'default',
    logFile: join(folder.path, 'temporal.log'),
    onStart: ({ pid, startedAt }) => folder.records.write({ name: 'temporal', place: 0, pid, startedAt }),
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    folder.remove();
  };
  return { address: server.address, stop };
}
