import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  findTemporalProgram,
  freePort,
  startPostgres,
  startTemporal,
  type PostgresServer,
  type TemporalServer,
} from '@duly/infra';
import { sharedServers } from '@duly/testing';

/** A PostgreSQL and a Temporal of one journey's own, which it may stop and start again: what they hold is kept in files. */
export interface RestartableServers {
  stopPostgres(): Promise<void>;
  startPostgres(): Promise<void>;
  stopTemporal(): Promise<void>;
  startTemporal(): Promise<void>;
  /** Where both keep everything: tables, histories and logs, byte for byte. */
  readonly folder: string;
  /** Stops both and forgets what they held. */
  end(): Promise<void>;
}

/** Starts both, and lets every server of this spec file be found there instead of on the shared pair. */
export async function restartableServers(): Promise<RestartableServers> {
  const folder = mkdtempSync(join(tmpdir(), 'duly-faults-'));
  chmodSync(folder, 0o711); // PostgreSQL runs as another user where the tests run as root.
  const [postgresPort, temporalPort] = [await freePort(), await freePort()];
  const program = await findTemporalProgram(() => undefined);
  const runPostgres = (): Promise<PostgresServer> =>
    startPostgres({
      folder: join(folder, 'postgres'),
      port: postgresPort,
      logFile: join(folder, 'postgres.log'),
      databases: [],
      careless: true,
    });
  const runTemporal = (): Promise<TemporalServer> =>
    startTemporal({
      program,
      store: { kind: 'file', path: join(folder, 'temporal.db') },
      port: temporalPort,
      namespace: 'default',
      logFile: join(folder, 'temporal.log'),
    });
  let [postgres, temporal] = [await runPostgres(), await runTemporal()];
  process.env[sharedServers.postgres] = postgres.url('postgres');
  process.env[sharedServers.temporal] = temporal.address;
  return {
    folder,
    stopPostgres: () => postgres.stop(),
    startPostgres: async () => void (postgres = await runPostgres()),
    stopTemporal: () => temporal.stop(),
    startTemporal: async () => void (temporal = await runTemporal()),
    end: async () => {
      await temporal.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
