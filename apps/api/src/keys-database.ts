import type { Database } from '@duly/postgres';

/** The database of keys, told apart from the one of requests by its class. */
export class KeysDatabase {
  constructor(readonly database: Database) {}
}
