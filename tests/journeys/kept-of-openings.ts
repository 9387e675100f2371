import { applicationRole, Database } from '@duly/postgres';
import { keysRole } from '@duly/vault';
import type { Journey } from './journey.js';

const ofOpenings = [
  'register.request',
  'register.intake',
  'register.suppression',
  'register.look_alike',
  'vault.person',
  'vault.words',
  "register.audit_entry WHERE action = 'RequestAccepted'",
];

async function counted(
  url: string | undefined,
  role: string,
  places: readonly string[],
): Promise<readonly [string, number][]> {
  const database = await Database.open({ url: url ?? '', role, poolSize: 1, application: 'duly spec' });
  try {
    const counts: [string, number][] = [];
    for (const place of places) {
      const [row] = await database.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${place}`);
      counts.push([place, row?.rows ?? -1]);
    }
    return counts;
  } finally {
    await database.close();
  }
}

/** How many rows there are of all that opening a request writes, and nothing else that may run meanwhile. */
export async function keptOfOpenings({ environment }: Journey): Promise<Readonly<Record<string, number>>> {
  return Object.fromEntries([
    ...(await counted(environment['DATABASE_URL'], applicationRole, ofOpenings)),
    ...(await counted(environment['KEYS_DATABASE_URL'], keysRole, ['keys.request_key', 'keys.case_key'])),
  ]);
}
