import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Handler } from '../demo/handler.js';
import { bringHouse, type House } from '../demo/house.js';
import { Life } from '../demo/life.js';
import { Processes } from '../local/processes.js';
import { specFolder } from '../local/spec-folder.js';
import { workspace } from '../local/workspace.js';
import { goldenLives } from './golden-lives.js';

const folder = join(workspace, 'tests', 'histories');

const run = promisify(execFile);

/** Writes one case as an auditor would, through `duly history`; not synchronously, for the sign-in lives in this process. */
async function keep(house: House, life: Life, file: string): Promise<void> {
  const program = join(workspace, 'apps', 'cli', 'bin', 'duly.mjs');
  await run(process.execPath, [program, 'history', life.reference, '--out', file], {
    env: {
      PATH: process.env['PATH'] ?? '',
      TEMPORAL_ADDRESS: house.temporalAddress,
      API_URL: house.apiUrl,
      OIDC_ISSUER: house.issuer,
    },
  });
}

/** Lives every golden life for real and keeps its history. Only names given on the command line, where there are any. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter(name => !Object.hasOwn(goldenLives, name));
  if (unknown.length > 0)
    throw new Error(`There is no ${unknown.join(', ')}. These are: ${Object.keys(goldenLives).join(', ')}.`);
  const chosen = Object.entries(goldenLives).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  const own = await specFolder();
  const processes = new Processes(own.path);
  process.on('SIGINT', () => void processes.stopAll().then(() => process.exit(130)));
  try {
    const house = await bringHouse(processes, own.path, line => console.log(line));
    const handler = await Handler.signIn(house);
    mkdirSync(folder, { recursive: true });
    for (const [name, { request, tell }] of chosen) {
      const life = await Life.open(house, handler, request);
      await tell(life);
      await life.ends();
      await keep(house, life, join(folder, `${name}.json`));
      console.log(`tests/histories/${name}.json`);
    }
  } finally {
    await processes.stopAll();
    own.remove();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
