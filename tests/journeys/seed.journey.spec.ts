import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseList } from '@duly/api-contract';
import { startChild, workspace } from '@duly/infra';
import { Journey } from './journey.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin({ settings: { CLOCK_OFFSET: 'PT0S' } });
});
afterAll(() => journey.end());

/** Runs the program as `npm start` does, and answers what it printed, in order. */
async function seed(): Promise<readonly string[]> {
  const logFile = join(journey.folder, 'seed.log');
  const child = await startChild({
    command: process.execPath,
    arguments: [join(workspace, 'dist', 'infra', 'local', 'seed.js')],
    environment: { ...journey.environment, API_URL: journey.url },
    logFile,
  });
  const [end, printed] = [await child.ended, readFileSync(logFile, 'utf8').trim()];
  if (end !== 'exit code 0') throw new Error(`The seed ended with ${end}:\n${printed}`);
  return printed.split('\n').sort();
}

describe('the made-up requests of a first start', () => {
  it('are a dozen, in different stages, opened through the API; a repetition opens none anew', async () => {
    const first = await seed();
    expect(first).toHaveLength(12);
    expect(await seed()).toEqual(first);
    const handler = await journey.as('handler');
    const { cases } = await handler.read<CaseList>('/v1/cases?limit=50');
    expect(cases).toHaveLength(13);
    const awaited = ['RUNNING', 'AWAITING_ID', 'AWAITING_FEE', 'PAUSED_CLARIFICATION'];
    expect(cases.map(({ state }) => state)).toEqual(expect.arrayContaining(awaited));
    expect(cases.some(({ isLate }) => isLate)).toBe(true);
  });
});
