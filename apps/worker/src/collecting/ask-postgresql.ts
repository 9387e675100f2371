import { NotARecord } from '@duly/disclosure';
import { KindRefused, StoreFull, TooLarge, TooLate } from '@duly/documents';
import type { AskToMake, QueryParameter, SourceQuery, SourceTerms } from '@duly/register';
import { isErased, type Person } from '@duly/vault';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Asker, CollectionRoom } from './collection-room.js';

type Terms = Extract<SourceTerms, { readonly kind: 'postgresql' }>;

/** Rows fetched at once: a table of any length passes in flat memory. */
const fetched = 1_000;
const connectTimeout = 10_000;

/** Why a query gave nothing; never the words of the other database, which may repeat a value. */
class QueryFailed extends Error {
  override readonly name = 'QueryFailed';

  constructor(readonly because: string) {
    super(because);
  }
}

/** A role that may write could be made to, whatever a statement looks like: it is not used at all. */
const mayWrite = `SELECT (SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = current_user)
  OR EXISTS (SELECT 1 FROM information_schema.role_table_grants
    WHERE grantee IN (current_user, 'PUBLIC') AND privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')
      AND table_schema NOT IN ('pg_catalog', 'information_schema')) AS "mayWrite"`;

const codeOf = (error: unknown): string => {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : '';
};

/** SQLSTATE and the codes of sockets, in words of ours. */
function becauseOf(error: unknown): string {
  if (error instanceof QueryFailed) return error.because;
  if (error instanceof NotARecord || error instanceof KindRefused) return 'records-refused';
  if (error instanceof TooLarge) return 'too-large';
  if (error instanceof StoreFull) return 'store-full';
  const code = codeOf(error);
  if (code === '57014') return 'took-too-long';
  if (code === '28P01' || code === '28000') return 'sign-in-refused';
  if (code === '42501' || code === '25006') return 'not-permitted-there';
  return /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('08') && !code.startsWith('57')
    ? 'query-refused'
    : 'not-connected';
}

async function* rowsOf(
  client: pg.Client,
  { statement, parameters }: SourceQuery,
  values: Readonly<Record<QueryParameter, string | null>>,
  { rows, seconds }: Terms,
): AsyncGenerator<Uint8Array> {
  const until = performance.now() + seconds * 1_000;
  const plain = statement.trim().replace(/;$/, '');
  // As JSON by PostgreSQL itself: every number to its last digit. A cursor takes a SELECT and nothing else.
  await client.query({
    text: `DECLARE duly NO SCROLL CURSOR FOR SELECT row_to_json(held)::text AS line FROM (${plain}\n) AS held`,
    values: parameters.map(name => values[name]),
  });
  let many = 0;
  for (;;) {
    if (performance.now() > until) throw new QueryFailed('took-too-long');
    const { rows: found } = await client.query<{ line: string }>(`FETCH ${fetched} FROM duly`);
    if (found.length === 0) break;
    many += found.length;
    if (many > rows) throw new QueryFailed('too-many-rows');
    yield Buffer.from(found.map(({ line }) => `${line}\n`).join(''));
  }
  await client.query('CLOSE duly');
}

/** Whether there is anything, and everything from its start. */
async function begunOf(rows: AsyncGenerator<Uint8Array>) {
  const first = await rows.next();
  if (first.done) return undefined;
  return (async function* () {
    yield first.value;
    yield* rows;
  })();
}

const valuesOf = (person: Person, reference: string): Readonly<Record<QueryParameter, string | null>> => ({
  name: person.name,
  email: person.email ?? null,
  phone: person.phone ?? null,
  postalAddress: person.postalAddress ?? null,
  reference,
});

async function subjectOf({ vault, register }: CollectionRoom, { requestId, caseId }: AskToMake) {
  const people = await vault.people(requestId);
  const read = await register.cases.byId(caseId);
  if (isErased(people) || !people.subject || read.kind !== 'found') throw new QueryFailed('erased');
  return valuesOf(people.subject, read.found.reference);
}

async function keep(room: CollectionRoom, ask: AskToMake, entity: string, rows: AsyncIterable<Uint8Array>) {
  const kept = await room.documents
    .keepRecords({ ask, entityName: entity, takenBy: 'source' }, randomUUID(), rows)
    .catch((error: unknown) => {
      // An earlier try has kept them.
      if (!(error instanceof TooLate)) throw error;
      return undefined;
    });
  if (kept && isErased(kept)) throw new QueryFailed('erased');
}

async function collect(room: CollectionRoom, ask: AskToMake, terms: Terms, client: pg.Client) {
  const values = await subjectOf(room, ask);
  await client.connect();
  const { rows: held } = await client.query<{ mayWrite: boolean }>(mayWrite);
  if (held[0]?.mayWrite !== false) throw new QueryFailed('role-may-write');
  await client.query('BEGIN TRANSACTION READ ONLY');
  const kept = await room.register.documents.ofAsk(ask.askId);
  let found = kept.length;
  for (const query of terms.queries) {
    if (kept.some(({ entity }) => entity === query.entity)) continue;
    const rows = await begunOf(rowsOf(client, query, values, terms));
    if (!rows) continue;
    await keep(room, ask, query.entity, rows);
    found += 1;
  }
  return found;
}

/** By queries of a role that may only read, each value a parameter, each in its time and with its most rows. */
export const askPostgresql: Asker = async (room, { ask }) => {
  const { terms, secret, sourceId, purpose } = ask;
  // A role that may only read erases nothing: somebody does it there, and answers for it in the case.
  if (purpose === 'erase') return { kind: 'asked' };
  if (terms.kind !== 'postgresql' || secret === null) return { kind: 'failed', because: 'no-connection' };
  const connectionString = await room.vault.openOwn('source secret', sourceId, secret);
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: connectTimeout,
    application_name: 'duly source',
    options: `-c statement_timeout=${terms.seconds * 1_000} -c default_transaction_read_only=on -c timezone=UTC`,
  });
  client.on('error', () => undefined);
  try {
    const found = await collect(room, ask, terms, client);
    return { kind: 'answered', answer: found > 0 ? 'found' : 'nothing-held' };
  } catch (error) {
    return { kind: 'failed', because: becauseOf(error) };
  } finally {
    await client.end().catch(() => undefined);
  }
};
