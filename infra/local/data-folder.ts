import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const kept = [
  'postgres',
  'postgres-password',
  'temporal.db',
  'temporal-store',
  'history-archive',
  'mail',
  'sign-in-keys.json',
  'seeded',
  'logs',
] as const;

/** What `npm start` keeps between starts. */
export class DataFolder {
  constructor(readonly path: string) {
    mkdirSync(path, { recursive: true });
    // Git must not see it, whatever the setting names it.
    writeFileSync(join(path, '.gitignore'), '*\n');
  }

  at(...names: string[]): string {
    return join(this.path, ...names);
  }

  /** Writes a file that only its owner can read: it may hold passwords. */
  write(name: string, text: string): void {
    rmSync(this.at(name), { force: true });
    writeFileSync(this.at(name), text, { mode: 0o600 });
  }

  /** Forgets all cases and letters. Only what `npm start` itself made is removed. */
  empty(): void {
    for (const name of kept) rmSync(this.at(name), { recursive: true, force: true });
  }

  /** In which kind of store the histories of this folder are; undefined before the first start. */
  temporalStore(): 'postgres' | 'file' | undefined {
    if (!existsSync(this.at('temporal-store'))) return undefined;
    return readFileSync(this.at('temporal-store'), 'utf8') === 'file' ? 'file' : 'postgres';
  }

  rememberTemporalStore(kind: 'postgres' | 'file'): void {
    writeFileSync(this.at('temporal-store'), kind);
  }

  get isFirstStart(): boolean {
    return !existsSync(this.at('seeded'));
  }

  rememberFirstStart(): void {
    writeFileSync(this.at('seeded'), '');
  }
}
