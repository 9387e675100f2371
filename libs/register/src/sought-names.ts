import type { PersonRole } from '@duly/case';
import type { CivilDate } from '@duly/law';
import { json, type Sql } from '@duly/postgres';
import { Conditions } from './conditions.js';

/** By what whoever takes part in a request can be found: keyed hashes of their name’s words and of each two of them. */
export interface SoughtName {
  readonly role: PersonRole;
  readonly hashes: readonly string[];
}

/** Of a name that many bear, the newest this many requests are looked through. */
export const mostBearers = 1_000;

/** In the place of what those people were found by before: whoever is named anew is found by the new name alone. */
export async function writeSoughtNames(
  sql: Sql,
  { requestId, receivedOn }: { readonly requestId: string; readonly receivedOn: CivilDate },
  names: readonly SoughtName[],
): Promise<void> {
  if (names.length === 0) return;
  await sql.change('DELETE FROM register.sought_name WHERE request_id = $1 AND role = ANY($2)', [
    requestId,
    names.map(({ role }) => role),
  ]);
  await sql.change(
    `INSERT INTO register.sought_name (request_id, role, hash, received_on)
     SELECT $1, one.role, hash, $2 FROM jsonb_to_recordset($3::jsonb) AS one(role text, hashes text[]), unnest(one.hashes) AS hash
     ON CONFLICT DO NOTHING`,
    [requestId, receivedOn, json(names)],
  );
}

/** The requests of whoever bears all of these, the newest first; takes a place for each hash, then for how many. */
export const bearersOf = (hashes: number): string =>
  `SELECT n.request_id FROM register.sought_name n WHERE n.hash = ?${Array.from(
    { length: hashes - 1 },
    (_, place) => ` AND EXISTS (SELECT 1 FROM register.sought_name o${place}
       WHERE o${place}.request_id = n.request_id AND o${place}.role = n.role AND o${place}.hash = ?)`,
  ).join('')} ORDER BY n.received_on DESC, n.request_id LIMIT ?`;

/** Whether more requests bear all of these than are looked through. */
export async function areTooMany(sql: Sql, hashes: readonly [string, ...string[]]): Promise<boolean> {
  const bearers = new Conditions().add(bearersOf(hashes.length), ...hashes, mostBearers + 1);
  const [row] = await sql.query<{ many: number }>(
    `SELECT count(*)::int AS many FROM (${bearers.text.replace('WHERE ', '')}) AS bearer`,
    bearers.values,
  );
  return (row?.many ?? 0) > mostBearers;
}
