import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { caseWorkflowType, workflowIdOf } from '@duly/case-protocol';
import { apps, environmentName, type Setting } from '@duly/settings';
import { testServers, until, type TestServers } from '@duly/testing';
import { migrate } from '@duly/register';
import { anOfficeOver, aRequest, type GivenOffice } from './worker.given.js';

const main = fileURLToPath(new URL('../../../dist/apps/worker/main.js', import.meta.url));

let servers: TestServers;
let office: GivenOffice;
beforeAll(async () => {
  servers = await testServers();
  await migrate({ databaseUrl: servers.database.url, keysDatabaseUrl: servers.keysDatabase.url });
  office = await anOfficeOver(servers.database.url, servers.keysDatabase.url);
});
afterAll(async () => {
  await office.stop();
  await servers.stop();
});

interface Running {
  readonly child: ChildProcess;
  /** Everything it printed so far. */
  said(): string;
  readonly ended: Promise<number | null>;
}

function start(more: Readonly<Record<string, string>>): Running {
  const environment = { PATH: process.env['PATH'] ?? '', ...servers.environment, ...more };
  const child = spawn(process.execPath, [main], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said += part.toString()));
  const ended = new Promise<number | null>(resolve => child.once('close', resolve));
  return { child, said: () => said, ended };
}

const ready = (worker: Running) =>
  until('A worker that is ready', 30, () =>
    Promise.resolve(worker.said().includes('worker ready') || undefined),
  );

describe('the worker as it is shipped', () => {
  it('serves a case, says nothing of a person, and ends in order when told to', async () => {
    const worker = start({ TEMPORAL_TASK_QUEUE: 'worker-process-spec' });
    try {
      await ready(worker);
      const request = await aRequest(office, {
        subject: { name: 'Zebedee Canary', email: 'zebedee@canary.example' },
      });
      for (const opening of request.openings) {
        await servers.temporal.client.workflow.start(caseWorkflowType, {
          workflowId: workflowIdOf(opening.caseId),
          taskQueue: 'worker-process-spec',
          args: [opening],
        });
      }
      const letter = await servers.mail.letter(one => one.envelope.to.includes('zebedee@canary.example'));
      expect(letter.subject).toContain('DR-2036-');
      await until('The rows of both cases', 30, async () => {
        const cases = await office.register.cases.ofRequest(request.requestId);
        return cases.every(one => one.isStarted) || undefined;
      });
    } finally {
      worker.child.kill('SIGTERM');
    }
    expect(await worker.ended).toBe(0);
    expect(worker.said()).toContain('worker stopping');
    expect(worker.said()).not.toMatch(/zebedee|canary/i);
    for (const line of worker.said().trim().split('\n'))
      expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  it('ends with 1 and says why when Temporal does not answer', async () => {
    const worker = start({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
    expect(await worker.ended).toBe(1);
    expect(worker.said()).toContain('the worker could not run');
  });

  it('does not write in production what nobody has answered for, and says how that is done (0067)', async () => {
    const needed = Object.entries<Setting<unknown>>(apps.worker).filter(
      ([, one]) => one.mustBeSet === 'in production' && one.default !== undefined,
    );
    const given = needed.map(([name, one]): [string, string] => [environmentName(name), one.default ?? '']);
    const worker = start({ ...Object.fromEntries(given), NODE_ENV: 'production' });
    expect(await worker.ended).toBe(1);
    expect(worker.said()).toContain('duly letters reviewed');
    expect(worker.said()).not.toContain('worker ready');
  });

  it('ends with 1 and names each setting that is missing', async () => {
    const worker = start({ DATABASE_URL: '', SMTP_PORT: 'many' });
    expect(await worker.ended).toBe(1);
    expect(worker.said()).toContain('DATABASE_URL');
    expect(worker.said()).toContain('SMTP_PORT');
  });
});
