import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { findTemporalProgram, freePort, startPostgres, startTemporal } from '@duly/infra';
import { testFolder } from './test-folder.js';

/** The variables by which a whole test run shares the servers it started. The user's own TEMPORAL_ADDRESS and DATABASE_URL are never read. */
export const sharedServers = { postgres: 'DULY_TEST_POSTGRES', temporal: 'DULY_TEST_TEMPORAL' } as const;

export interface Started {
  stop(): Promise<void>;
}

const nothingToStop = async (): Promise<void> => undefined;

/** A PostgreSQL for specs: the connection string of its owner, on the database `postgres`. */
export async function postgresServer(): Promise<Started & { readonly url: string }> {
  const shared = process.env[sharedServers.postgres];
  if (shared) return { url: shared, stop: nothingToStop };
  const folder = await testFolder();
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
  const folder = await testFolder();
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

export interface TestTemporal extends Started {
  readonly address: string;
  readonly namespace: string;
  readonly client: Client;
}

/** A Temporal with a client. Give each spec its own task queue and workflow ids: the server may be shared. */
export async function testTemporal(): Promise<TestTemporal> {
  const server = await temporalServer();
  const connection = await Connection.connect({ address: server.address });
  const stop = async (): Promise<void> => {
    await connection.close();
    await server.stop();
  };
  return { address: server.address, namespace: 'default', client: new Client({ connection }), stop };
}
