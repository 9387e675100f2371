import { Database, type Migration } from '@duly/postgres';
import { testDatabase, type TestDatabase } from '@duly/testing';

/** As `MASTER_KEYS` lists one. */
export const masterKey = (id: string, filled: number): string =>
  `${id}:${Buffer.alloc(32, filled).toString('base64')}`;

export const subject = {
  name: 'Zebedee Canary',
  email: 'zebedee@canary.example',
  postalAddress: '1 Cage Row\nExampleton',
  language: 'cy',
  format: 'large-print',
  contactBy: 'post',
  adjustments: 'Canary reads no small print.',
} as const;
export const requester = { name: 'Quentin Canary', phone: '01632 960 111' };

/** A fresh database with these tables, opened with the rights an application has. */
export async function vaultDatabase(
  role: string,
  ...migrations: readonly Migration[]
): Promise<{ readonly database: Database; readonly place: TestDatabase }> {
  const fill = async (url: string) => {
    const owner = await Database.open({ url, poolSize: 2, application: 'spec', migrations });
    await owner.migrate();
    await owner.close();
  };
  const name = `vault-spec-${migrations.map(one => one.name.toLowerCase()).join('-')}`;
  const place = await testDatabase({ name, fill });
  const database = await Database.open({ url: place.url, poolSize: 4, application: 'spec', role });
  return { database, place };
}
