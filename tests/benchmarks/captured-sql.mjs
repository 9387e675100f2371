// Reads from PostgreSQL's own log which statements one call of the API runs, so that a bare handler can run exactly these.
import { readFile } from 'node:fs/promises';
import pg from 'pg';

async function change(url, statements) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

export const startLogging = url =>
  change(url, [
    `ALTER SYSTEM SET log_statement = 'all'`,
    `ALTER SYSTEM SET log_line_prefix = '@@ %d '`,
    'SELECT pg_reload_conf()',
  ]);

export const stopLogging = url =>
  change(url, [`ALTER SYSTEM SET log_statement = 'none'`, 'SELECT pg_reload_conf()']);

function valuesOf(detail) {
  const values = [];
  for (const [, place, , text] of detail.matchAll(/\$(\d+) = (NULL|'((?:[^']|'')*)')/g))
    values[Number(place) - 1] = text === undefined ? null : text.replaceAll("''", "'");
  return values;
}

function statementsIn(log) {
  const statements = [];
  for (const entry of log.split(/^@@ /m).slice(1)) {
    const [, database, kind, text] = /^(\S+) (LOG|DETAIL): {2}([^]*)$/.exec(entry) ?? [];
    const executed = kind === 'LOG' && /^(?:execute [^:]+|statement): ([^]*)$/.exec(text);
    if (executed)
      statements.push({ database, text: executed[1].replaceAll('\n\t', '\n').trim(), values: [] });
    else if (kind === 'DETAIL' && /^parameters:/i.test(text) && statements.length > 0)
      statements.at(-1).values = valuesOf(text);
  }
  return statements;
}

/** Does the call some times and gives the statements of the leanest, for now and then something of the background runs too. */
export async function capture(logFile, call, times = 5) {
  let leanest;
  for (let count = 0; count < times; count += 1) {
    const before = (await readFile(logFile)).length;
    await call();
    await new Promise(resolve => setTimeout(resolve, 50));
    const statements = statementsIn((await readFile(logFile)).subarray(before).toString('utf8'));
    if (statements.length > 0 && (!leanest || statements.length < leanest.length)) leanest = statements;
  }
  return leanest;
}
