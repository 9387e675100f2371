import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessIdentity } from './process-identity.js';
import { stopProcess, type StopManner } from './stopping.js';

/** What is written down about a child, so that a later start can end it if its starter was killed. */
export interface ProcessRecord extends ProcessIdentity, StopManner {
  readonly name: string;
  /** The order of starting; orphans are ended from the highest down. */
  readonly place: number;
}

/** The processes of one data folder, one file each: whole or absent, never half written. */
export class ProcessRecords {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  write(record: ProcessRecord): void {
    const path = join(this.folder, `${record.name}.json`);
    writeFileSync(`${path}.new`, JSON.stringify(record));
    renameSync(`${path}.new`, path);
  }

  remove(name: string): void {
    rmSync(join(this.folder, `${name}.json`), { force: true });
  }

  /** All that can be read: a file that cannot was never finished, so its process was never reported as started. */
  all(): readonly ProcessRecord[] {
    return readdirSync(this.folder)
      .filter(file => file.endsWith('.json'))
      .flatMap(file => {
        try {
          return [JSON.parse(readFileSync(join(this.folder, file), 'utf8')) as ProcessRecord];
        } catch {
          return [];
        }
      });
  }

  /** Ends what an earlier starter left running, last started first. Answers with the names of those that still ran. */
  async endOrphans(): Promise<readonly string[]> {
    const ended: string[] = [];
    for (const record of [...this.all()].sort((one, other) => other.place - one.place)) {
      if (await stopProcess(record, record)) ended.push(record.name);
      this.remove(record.name);
    }
    return ended;
  }
}
