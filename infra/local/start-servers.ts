import type { LocalSettings } from '@duly/settings';
import type { DataFolder } from './data-folder.js';
import { startMailCatcher } from './mail-catcher.js';
import { startPostgres, type PostgresServer } from './postgres-server.js';
import type { Processes } from './processes.js';
import { startSignIn } from './sign-in.js';
import { findTemporalProgram, type Say } from './temporal-program.js';
import type { TemporalPlace } from './temporal-probe.js';
import { startTemporal, useOwnTemporal } from './temporal-server.js';

/** The servers beneath the apps: what each start* brings up, `processes` takes down. */
export interface Beneath {
  readonly settings: LocalSettings;
  readonly folder: DataFolder;
  readonly processes: Processes;
  readonly say: Say;
}

export const audience = 'duly-api';

export const bringPostgres = ({ settings, folder, processes }: Beneath): Promise<PostgresServer> =>
  startPostgres({
    folder: folder.at('postgres'),
    port: settings.postgresPort,
    logFile: processes.logFile('postgres'),
    databases: ['duly', 'duly_keys', 'temporal', 'temporal_visibility'],
    onStart: child => processes.watch('postgres', child, 'SIGINT'),
  });

export async function bringTemporal(
  { settings, folder, processes, say }: Beneath,
  postgres: PostgresServer,
): Promise<TemporalPlace> {
  const {
    temporalAddress: address,
    temporalNamespace: namespace,
    temporalTls: tls,
    temporalApiKey: apiKey,
  } = settings;
  if (address !== undefined) return useOwnTemporal({ address, namespace, tls, apiKey });
  const program = await findTemporalProgram(say, folder.temporalStore() === 'postgres' ? 'ours' : undefined);
  const kind = folder.temporalStore() ?? (program.kind === 'ours' ? 'postgres' : 'file');
  folder.rememberTemporalStore(kind);
  return startTemporal({
    program,
    store:
      kind === 'file'
        ? { kind, path: folder.at('temporal.db') }
        : { kind, port: postgres.port, password: postgres.password },
    port: settings.temporalPort,
    uiPort: settings.temporalUiPort,
    namespace,
    logFile: processes.logFile('temporal'),
    onStart: child => processes.watch('temporal', child),
  });
}

export async function bringMail({ settings, folder, processes }: Beneath): Promise<string> {
  const catcher = await startMailCatcher({
    smtpPort: settings.smtpPort,
    pagePort: settings.mailPagePort,
    folder: folder.at('mail'),
  });
  processes.onStop('mail', () => catcher.stop());
  return catcher.pageUrl;
}

export async function bringSignIn({ settings, folder, processes }: Beneath): Promise<string> {
  const signIn = await startSignIn({
    port: settings.signInPort,
    audience,
    consoleUrl: `http://127.0.0.1:${settings.consolePort}`,
    keysFile: folder.at('sign-in-keys.json'),
  });
  processes.onStop('sign-in', () => signIn.stop());
  return signIn.issuer;
}
