import { join } from 'node:path';
import type { DocumentsView } from '@duly/api-contract';
import { until, type Child } from '@duly/infra';
import { ensureNamespace, historiesOf } from '@duly/temporal';
import { Client } from '@temporalio/client';
import { samplePython, startSampleWorker } from './python-worker.js';
import { entity, person, SourceOffice } from './source-office.js';

const namespace = 'library-team';
const taskQueue = 'library-queue';
const found = samplePython();

let office: SourceOffice;
let worker: Child | undefined;
beforeAll(async () => {
  office = await SourceOffice.begin();
  await ensureNamespace(office.journey.temporal.connection, namespace, 1);
  if ('without' in found) return;
  const environment = {
    TEMPORAL_ADDRESS: office.journey.environment['TEMPORAL_ADDRESS'] ?? '',
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_TASK_QUEUE: taskQueue,
    DULY_URL: office.journey.url,
  };
  // A new namespace is known to every part of the server after some seconds.
  const log = join(office.journey.folder, 'sample-worker.log');
  worker = await until('The namespace', 60, () =>
    startSampleWorker(found.python, environment, log).catch(() => undefined),
  );
}, 240_000);
afterAll(async () => {
  await worker?.stop();
  await office.end();
});

const ofLibrary = (inNamespace = namespace) => ({
  name: 'library',
  title: 'The library',
  entities: [entity('loan', ['book', 'text'], ['lent', 'date'])],
  terms: { kind: 'task-queue', namespace: inNamespace, taskQueue, workflowType: 'AnswerDuly' },
});

describe('a source served by a worker of a team’s own', () => {
  afterEach(() => office.clear());

  it('in Python, is told an id and a token alone, reads whom it is about by HTTPS, and answers there', async () => {
    if ('without' in found) {
      process.stderr.write(`Not tried: the sample worker in Python, since ${found.without}.\n`);
      return;
    }
    await office.registered(ofLibrary());
    const life = await office.open();
    await office.collect(life);
    await office.isComplete(life);
    const ask = await office.askOf(life, 'library');
    expect(ask).toMatchObject({ answer: 'found', answeredBy: 'source', documents: 1 });
    const record = await until('The records, clean', 60, async () => {
      const { documents } = await life.handler.read<DocumentsView>(`/v1/cases/${life.id}/documents`);
      return documents.find(({ scan }) => scan === 'clean');
    });
    const response = await fetch(`${office.journey.url}/v1/cases/${life.id}/documents/${record.id}`, {
      headers: { authorization: `Bearer ${office.handlerToken}` },
    });
    expect(await response.text()).toBe('{"book":"Zoë’s 🐝 book","lent":"2036-01-02"}\n');
    const there = new Client({ connection: office.journey.temporal.connection, namespace });
    const histories = JSON.stringify(await historiesOf(there, `duly-ask-${ask?.id ?? ''}-1`));
    const input = Buffer.from(JSON.stringify({ ask: ask?.id }).slice(0, -1))
      .toString('base64')
      .slice(0, 40);
    expect(histories).toContain(input);
    for (const secret of [person.name, person.email, life.opened.request, life.id]) {
      expect(histories).not.toContain(secret);
      expect(histories).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(2, -2));
    }
  });

  it('in a namespace that is not there is tried again later, and says so', async () => {
    await office.registered(ofLibrary('nobody-s-namespace'));
    const life = await office.open();
    await office.collect(life);
    const failing = await office.hasAsk(life, 'library', ({ failure }) => failure !== null);
    expect(failing).toMatchObject({ state: 'waiting', failure: 'not-started-there' });
  });
});
