// PostgreSQL, asked from outside.
import pg from 'pg';

/** One connection for as long as the work takes. */
export async function inDatabase(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(async (text, values) => (await client.query(text, values)).rows);
  } finally {
    await client.end();
  }
}
