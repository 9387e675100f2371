import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  CannotTell,
  inWords,
  judge,
  readRecord,
  readRecordFile,
  verdictOf,
  type CaseRecord,
} from '@duly/cli/replay';
import { carriedBy, copyOf, eventsOf, renumber, rewrite } from './tampering/record.js';

const folder = fileURLToPath(new URL('histories', import.meta.url));
const golden = readdirSync(folder).filter(name => name.endsWith('.json'));
const read = (name: string): Promise<CaseRecord> => readRecordFile(join(folder, `${name}.json`));

async function verdict(record: CaseRecord): Promise<{ readonly verdict: string; readonly words: string }> {
  const checks = await judge(record);
  return { verdict: verdictOf(checks), words: inWords(checks) };
}

describe('a golden history', () => {
  it.each(golden)('%s: the shipped code lives through it and the register follows', async name => {
    const { verdict: found, words } = await verdict(await readRecordFile(join(folder, name)));
    expect(`${found}\n${words}`).toMatch(/^good\n/);
  });

  it('is kept for each way a request can go', () => {
    expect(golden).toEqual(
      expect.arrayContaining(
        [
          'answered-in-time',
          'identity-late',
          'extended',
          'refused',
          'fee',
          'clarified',
          'withdrawn',
          'abandoned',
          'reopened',
        ].map(name => `${name}.json`),
      ),
    );
  });
});

describe('an edited date', () => {
  it('in a command is found, though the history still replays', async () => {
    const record = copyOf(await read('identity'));
    const given = eventsOf(record, 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED').find(event =>
      JSON.stringify(event).includes('record-identity'),
    );
    rewrite(given, '"on":"2036-04-21"', '"on":"2036-04-20"');
    const found = await verdict(record);
    expect(found.verdict).toBe('bad');
    expect(found.words).toMatch(/✓ The shipped workflow code lives through the history again/);
    expect(found.words).toMatch(/event 8 \(IdentityReceived\).*on is 2036-04-21.*2036-04-20/);
  });

  it('in what the register was told is found', async () => {
    const record = copyOf(await read('extended'));
    const step = eventsOf(record, 'ACTIVITY_TASK_SCHEDULED').find(event =>
      carriedBy(event).includes('"type":"TimeExtended"'),
    );
    rewrite(step, '"on":"2036-04-21"', '"on":"2036-04-22"');
    const found = await verdict(record);
    expect(found.verdict).toBe('bad');
    expect(found.words).toMatch(/history event \d+ \(recordStep\), event 5 \(NoticeGiven\): .*2036-04-22/);
  });

  it('in the letter it came with is found', async () => {
    const record = copyOf(await read('answered-in-time'));
    rewrite(eventsOf(record, 'WORKFLOW_EXECUTION_STARTED')[0], '"on":"2036-03-31"', '"on":"2036-03-28"');
    const found = await verdict(record);
    expect(found.verdict).toBe('bad');
    expect(found.words).toMatch(/event 1 \(RequestReceived\)/);
  });

  it('in what came back from the post is found', async () => {
    const record = copyOf(await read('refused'));
    const outcome = eventsOf(record, 'ACTIVITY_TASK_COMPLETED').findLast(event =>
      carriedBy(event).includes('refusal.requester'),
    );
    rewrite(outcome, '"on":"2036-04-30"', '"on":"2036-04-29"');
    const found = await verdict(record);
    expect(found.verdict).toBe('bad');
    expect(found.words).toMatch(/event 11 \(NoticeGiven\)/);
  });

  it('in the answer to a command is found', async () => {
    const record = copyOf(await read('extended'));
    const [answer] = eventsOf(record, 'WORKFLOW_EXECUTION_UPDATE_COMPLETED');
    rewrite(answer, '"planBy":"2036-04-30"', '"planBy":"2036-05-01"');
    const found = await verdict(record);
    expect(found.verdict).toBe('bad');
    expect(found.words).toMatch(/the answer to extend-time.*planBy is 2036-05-01/);
  });

  it('in the server’s own stamp is found', async () => {
    const record = copyOf(await read('extended'));
    const { events } = record.history;
    const accepted = events.findIndex(
      ({ eventType }) => eventType === 'EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED',
    );
    const started = events.findLastIndex(
      ({ eventType }, place) => place < accepted && eventType === 'EVENT_TYPE_WORKFLOW_TASK_STARTED',
    );
    events[started] = { ...events[started], eventTime: '2036-04-20T09:00:00.000Z' };
    const found = await verdict(record);
    expect(found.verdict).toBe('bad');
    expect(found.words).toMatch(/event 4 \(ExtensionDecided\): .*2036-04-20/);
  });

  it('in the row of the register is found', async () => {
    const record = copyOf(await read('extended'));
    record.row['dueDate'] = '2036-07-30';
    const found = await verdict(record);
    expect(found.verdict).toBe('bad');
    expect(found.words).toMatch(
      /dueDate is 2036-07-30 in the register; after event 13 \(RequestAnswered\) it is/,
    );
  });

  it('in the timeline of the register is found', async () => {
    const record = copyOf(await read('fee'));
    const paid = record.rowEvents.find(({ type }) => type === 'FeePaid');
    if (paid) paid['on'] = '2036-04-25';
    const found = await verdict(record);
    expect(found.verdict).toBe('bad');
    expect(found.words).toMatch(
      /event 9 \(FeePaid\): on is 2036-04-25 in the register, 2036-04-24 by the history/,
    );
  });

  it('in a run before a reopening is found', async () => {
    const record = copyOf(await read('reopened'));
    const [first] = record.earlier ?? [];
    if (!first) throw new Error('The reopened case has no earlier run.');
    const earlier = copyOf({ history: first });
    const outcome = eventsOf(earlier, 'ACTIVITY_TASK_COMPLETED').at(-1);
    expect(outcome).toBeDefined();
    const told = eventsOf(earlier, 'WORKFLOW_EXECUTION_COMPLETED')[0];
    rewrite(told, '"closedOn":"2036-04-10"', '"closedOn":"2036-04-09"');
    const found = await verdict({ ...record, earlier: [earlier.history] });
    expect(found.verdict).toBe('bad');
    expect(found.words).toMatch(/event 6 \(CaseReopened\) names another history of run 1/);
  });
});

describe('an event', () => {
  it('that was removed is named', async () => {
    const record = copyOf(await read('answered-in-time'));
    const [answer] = eventsOf(record, 'WORKFLOW_EXECUTION_UPDATE_COMPLETED');
    record.history.events.splice(record.history.events.indexOf(answer ?? {}), 1);
    const found = await verdict(record);
    expect(found.verdict).toBe('bad');
    expect(found.words).toContain(`history event ${String(answer?.['eventId'])} is missing`);
    expect(found.words).toMatch(/after history event \d+ \(WorkflowExecutionUpdateAccepted\)/);
  });

  it('that was removed, and the others numbered anew, is named', async () => {
    const record = copyOf(await read('answered-in-time'));
    const step = eventsOf(record, 'ACTIVITY_TASK_SCHEDULED').at(-1);
    record.history.events.splice(record.history.events.indexOf(step ?? {}), 1);
    renumber(record);
    const found = await verdict(record);
    expect(found.verdict).toBe('bad');
    expect(found.words).toMatch(/history event \d+ \(ActivityTaskStarted\) says that it follows from event/);
  });

  it('that was swapped with the next is named', async () => {
    const record = copyOf(await read('clarified'));
    const { events } = record.history;
    const place = events.findIndex(
      ({ eventType }) => eventType === 'EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED',
    );
    events.splice(place, 2, ...events.slice(place, place + 2).reverse());
    const found = await verdict(record);
    expect(found.verdict).toBe('bad');
    expect(found.words).toMatch(/comes \d+ \(WorkflowExecutionUpdateCompleted\)/);
    expect(found.words).toMatch(/comes \d+ \(WorkflowExecutionUpdateAccepted\)/);
  });

  it('that was swapped with the next, both numbered anew, is named', async () => {
    const record = copyOf(await read('clarified'));
    const { events } = record.history;
    const place = events.findIndex(
      ({ eventType }) => eventType === 'EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED',
    );
    events.splice(place, 2, ...events.slice(place, place + 2).reverse());
    renumber(record);
    const found = await verdict(record);
    expect(found.verdict).toBe('bad');
    expect(found.words).toMatch(/history event \d+ \(WorkflowExecutionUpdateCompleted\)/);
  });

  it('whose type was renamed is named', async () => {
    const record = copyOf(await read('abandoned'));
    const place = record.history.events.findIndex(({ eventType }) => eventType === 'EVENT_TYPE_TIMER_FIRED');
    record.history.events[place] = {
      ...record.history.events[place],
      eventType: 'EVENT_TYPE_TIMER_CANCELED',
    };
    const found = await verdict(record);
    expect(found.verdict).toBe('bad');
    expect(found.words).toContain(
      `history event ${place + 1} (TimerCanceled) has the content of another type`,
    );
  });

  it('that was taken out of the register, moved or renamed there is named', async () => {
    const record = await read('withdrawn');
    const without = copyOf(record);
    without.rowEvents.splice(2, 1);
    expect((await verdict(without)).words).toMatch(
      /event 3 \(RequestWithdrawn\).* is 4 \(NoticeGiven\) in the register/,
    );
    const moved = copyOf(record);
    moved.rowEvents.splice(1, 2, ...moved.rowEvents.slice(1, 3).reverse());
    expect((await verdict(moved)).words).toMatch(/event 2 \(NoticeGiven\).* is 3 \(RequestWithdrawn\)/);
    const renamed = copyOf(record);
    renamed.rowEvents.splice(2, 1, { ...renamed.rowEvents[2], type: 'RequestAbandoned' });
    expect((await verdict(renamed)).words).toMatch(
      /event 3 \(RequestWithdrawn\).*\(RequestAbandoned\) in the register/,
    );
    for (const one of [without, moved, renamed]) expect((await verdict(one)).verdict).toBe('bad');
  });
});

describe('what cannot be judged', () => {
  it('is said so, in words', async () => {
    expect(() => readRecord('{', 'a file')).toThrow(CannotTell);
    expect(() => readRecord('{"row":{}}', 'a file')).toThrow(/holds no history/);
    await expect(readRecordFile(join(folder, 'no-such.json'))).rejects.toThrow(/cannot be read/);
    const other = copyOf(await read('withdrawn'));
    const [start] = other.history.events;
    const content = start?.['workflowExecutionStartedEventAttributes'] as Record<string, unknown>;
    content['workflowType'] = { name: 'reminder' };
    await expect(judge(other)).rejects.toThrow(/workflow "reminder"/);
  });

  it('is a history without its row', async () => {
    const { history } = await read('withdrawn');
    const found = await verdict({ history });
    expect(found.verdict).toBe('cannot tell');
    expect(found.words).toMatch(/carries no row/);
  });
});

describe('duly replay', () => {
  const program = fileURLToPath(new URL('../apps/cli/bin/duly.mjs', import.meta.url));
  const run = (file: string): Promise<{ readonly code: number; readonly said: string }> =>
    new Promise(resolve =>
      execFile(process.execPath, [program, 'replay', file], (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
      ),
    );
  let own: string;
  beforeAll(() => (own = mkdtempSync(join(tmpdir(), 'duly-replay-'))));
  afterAll(() => rmSync(own, { recursive: true, force: true }));

  it('ends with 0 for good, 1 for bad, 2 where it cannot tell', async () => {
    const good = await run(join(folder, 'withdrawn.json'));
    expect(good).toMatchObject({ code: 0, said: expect.stringContaining('Good: ') });
    const record = copyOf(await read('withdrawn'));
    record.row['closedOn'] = '2036-04-14';
    writeFileSync(join(own, 'edited.json'), JSON.stringify(record));
    const bad = await run(join(own, 'edited.json'));
    expect(bad).toMatchObject({ code: 1, said: expect.stringMatching(/closedOn is 2036-04-14[^]*Bad: /) });
    writeFileSync(join(own, 'torn.json'), '{ "history": ');
    const unknown = await run(join(own, 'torn.json'));
    expect(unknown).toMatchObject({ code: 2, said: expect.stringContaining('Cannot tell. ') });
  });
});
