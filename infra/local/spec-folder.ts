import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, type ProcessIdentity, stillRuns } from './process-identity.js';
import { ProcessRecords } from './process-records.js';
import { workspace } from './workspace.js';

const parent = join(workspace, '.duly-test');

function owner(folder: string): ProcessIdentity | undefined {
  const path = join(folder, 'owner.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity) : undefined;
}

/** Ends and removes what killed test runs left; a folder whose owner still runs is never touched. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name);
    const its = owner(folder);
    if (!its || stillRuns(its)) continue;
    await new ProcessRecords(join(folder, 'run')).endOrphans();
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface SpecFolder {
  readonly path: string;
  readonly records: ProcessRecords;
  remove(): void;
}

let made = 0;

/** A folder for one server of this process, which the next run removes if this one cannot. */
export async function specFolder(): Promise<SpecFolder> {
  mkdirSync(parent, { recursive: true });
  await sweep();
  made += 1;
  const path = join(parent, `${process.pid}-${made}-${Date.now()}`);
  mkdirSync(`${path}.new`);
  writeFileSync(join(`${path}.new`, 'owner.json'), JSON.stringify(identify(process.pid)));
  renameSync(`${path}.new`, path);
  const records = new ProcessRecords(join(path, 'run'));
  return { path, records, remove: () => rmSync(path, { recursive: true, force: true }) };
}
