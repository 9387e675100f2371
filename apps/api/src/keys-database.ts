import type { Database } from '@duly/postgres';

/** The database of keys, told apart from the one of requests by its class. */
export class KeysDatabase {
  constructor(readonly database: Database) {}

  /** Whether it answers. */
  async isReady(): Promise<boolean> {
    try {
      await this.database.query('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }
}
