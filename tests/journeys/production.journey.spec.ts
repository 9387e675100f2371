import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, workspace } from '@duly/infra';
import { apps, environmentName, type Setting } from '@duly/settings';
import { testServers, type TestServers } from '@duly/testing';
import { startApi } from './app-process.js';
import { run } from './duly-command.js';

let servers: TestServers;
let folder: string;
beforeAll(async () => {
  servers = await testServers();
  folder = mkdtempSync(join(tmpdir(), 'duly-production-'));
});
afterAll(async () => {
  await servers.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What a production wants to be set; here it is what a development has by default. */
const wanted = Object.entries<Setting<unknown>>(apps.api).filter(
  ([, one]) => one.mustBeSet === 'in production' && one.default !== undefined,
);

async function production() {
  const port = String(await freePort());
  const environment = {
    ...Object.fromEntries(wanted.map(([name, one]) => [environmentName(name), one.default ?? ''])),
    ...servers.environment,
    NODE_ENV: 'production',
    API_PORT: port,
    DOCUMENTS_FOLDER: join(folder, 'documents'),
    CALENDAR_FILE: join(workspace, 'tests', 'journeys', 'calendar.json'),
  };
  return { environment, url: `http://127.0.0.1:${port}` };
}

describe('the API in production (0067)', () => {
  it('does not start while nobody has answered for the wording of the letters: it names each and the command', async () => {
    const { environment, url } = await production();
    const log = join(folder, 'refused.log');
    await expect(startApi(environment, log, url)).rejects.toThrow('The api ended (exit code 1)');
    const said = readFileSync(log, 'utf8');
    expect(said).toContain('Production sends no letter whose wording nobody has reviewed.');
    expect(said).toMatch(/ {2}refusal@\d+ \(en\)/);
    expect(said).toContain('duly letters reviewed --all --by NAME --on DATE --file FILE');
    expect(said).not.toContain('api ready');
    await expect(fetch(`${url}/health/ready`)).rejects.toThrow('fetch failed');
  });

  it('starts with the file that duly letters reviewed has written, and answers', async () => {
    const file = join(folder, 'reviewed.json');
    const program = join(workspace, 'apps', 'cli', 'bin', 'duly.mjs');
    const by = ['--all', '--by', 'Example LLP', '--on', '2026-11-22', '--file', file];
    const env = { PATH: process.env['PATH'] };
    const said = await run(process.execPath, [program, 'letters', 'reviewed', ...by], { env });
    expect(said.code).toBe(0);
    const { environment, url } = await production();
    const api = await startApi({ ...environment, REVIEWED_WORDING: file }, join(folder, 'api.log'), url);
    try {
      expect((await fetch(`${url}/v1/cases`)).status).toBe(401);
    } finally {
      await api.stop();
    }
  });
});
