import { postgresServer, type Started } from '@duly/infra/spec-servers';
import { type TestTemporal, testTemporal } from './test-temporal.js';
import { type DatabaseTemplate, freshDatabase, type TestDatabase } from './test-database.js';
import { type TestMail, testMail } from './test-mail.js';
import { type TestSignIn, testSignIn } from './test-sign-in.js';

export interface TestServers extends Started {
  readonly database: TestDatabase;
  readonly keysDatabase: TestDatabase;
  readonly temporal: TestTemporal;
  readonly mail: TestMail;
  readonly signIn: TestSignIn;
  /** What an app started by a spec is given in its environment, under the names of @duly/settings. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface Templates {
  readonly database?: DatabaseTemplate;
  readonly keysDatabase?: DatabaseTemplate;
}

/** Everything a journey needs: two fresh databases, Temporal, an SMTP catcher and an issuer. Never the user's own servers. */
export async function testServers(from: Templates = {}): Promise<TestServers> {
  const postgres = await postgresServer();
  const [database, keysDatabase] = [
    await freshDatabase(postgres.url, from.database),
    await freshDatabase(postgres.url, from.keysDatabase),
  ];
  const [temporal, mail, signIn] = [await testTemporal(), await testMail(), await testSignIn()];
  const environment = {
    DATABASE_URL: database.url,
    KEYS_DATABASE_URL: keysDatabase.url,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    SMTP_HOST: mail.host,
    SMTP_PORT: String(mail.port),
    OIDC_ISSUER: signIn.issuer,
    OIDC_AUDIENCE: signIn.audience,
  };
  const stop = async (): Promise<void> => {
    for (const one of [signIn, mail, temporal, keysDatabase, database, postgres]) await one.stop();
  };
  return { database, keysDatabase, temporal, mail, signIn, environment, stop };
}
