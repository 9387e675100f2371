import type { LocalSettings } from '@duly/settings';
import { isBuilt } from './start-apps.js';
import { staff } from './staff.js';
import type { TemporalPlace } from './temporal-probe.js';

export interface Shown {
  readonly settings: LocalSettings;
  readonly temporal: TemporalPlace;
  readonly mailPage: string;
  readonly issuer: string;
  readonly folder: string;
}

/** What a start ends with: where everything is, how to sign in, and where to look next. */
export function startTable({ settings, temporal, mailPage, issuer, folder }: Shown): string {
  const api = `http://127.0.0.1:${settings.apiPort}`;
  const own = settings.temporalAddress !== undefined;
  const rows = [
    ...(isBuilt('console')
      ? [['Console', `http://127.0.0.1:${settings.consolePort}  (for case handlers)`]]
      : []),
    ...(isBuilt('api') ? [['API', `${api}  (its description: ${api}/openapi.json)`]] : []),
    ['Letters', mailPage],
    ['Sign-in', issuer],
    ...(own ? [] : [['Temporal’s pages', `http://127.0.0.1:${settings.temporalUiPort}`]]),
    ['Temporal', `${temporal.address}, namespace ${temporal.namespace}`],
    [
      'PostgreSQL',
      `127.0.0.1:${settings.postgresPort}, databases duly and duly_keys (password in ${folder}/postgres-password)`,
    ],
    ['Logs', `${folder}/logs`],
  ] as const;
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return [
    '',
    'Duly runs.',
    '',
    ...rows.map(([name = '', place = '']) => `  ${name.padEnd(width)}  ${place}`),
    '',
    'Sign in as one of these made-up people; there are no passwords:',
    ...staff.map(one => `  ${one.name.padEnd(16)} ${one.roles.join(', ')}`),
    '',
    'A token for the API:  npx duly token --as handler',
    'Look next: the letters already sent, and a case’s history on Temporal’s pages. README.md has a worked example.',
    'Ctrl-C stops everything; npm start goes on where this left off.',
  ].join('\n');
}
