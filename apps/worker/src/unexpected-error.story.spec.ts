import { fileURLToPath } from 'node:url';
import { caseWorkflowType, workflowIdOf } from '@duly/case-protocol';
import {
  startCaseAt,
  testTemporal,
  testWorker,
  until,
  type TestTemporal,
  type TestWorker,
} from '@duly/testing';
import { caseActivities } from './activities/case-activities.js';
import { SafeFailures } from './activities/safe-failures.js';
import { anOffice, aPost, aRequest, type GivenOffice } from './worker.given.js';

const canary = 'zebedee@canary.example';
const heard: unknown[] = [];
let office: GivenOffice;
let temporal: TestTemporal;
let worker: TestWorker;

/** As drivers and servers do: the words of a person in the message, in the stack, in a field and in the cause. */
function sayingTooMuch(): Error {
  const error = new Error(`550 ${canary} is unknown here`, { cause: new Error(`RCPT TO:<${canary}>`) });
  return Object.assign(error, { code: 'EENVELOPE', rejected: [canary] });
}

beforeAll(async () => {
  office = await anOffice();
  temporal = await testTemporal();
  worker = await testWorker(temporal.address, {
    workflowsPath: fileURLToPath(new URL('../../../workflows/rights-request/src/index.ts', import.meta.url)),
    activities: {
      ...caseActivities(office.room(aPost(() => Promise.reject(sayingTooMuch())))),
      sendLetter: () => Promise.reject(sayingTooMuch()),
    },
    more: { interceptors: { activity: [() => ({ inbound: new SafeFailures(error => heard.push(error)) })] } },
  });
});
afterAll(async () => {
  await worker.stop();
  await temporal.stop();
  await office.stop();
});

it('leaves nothing of a person in Temporal when an activity fails with an error nobody foresaw', async () => {
  const { openings } = await aRequest(office, { subject: { name: 'Zebedee', email: canary } });
  const [opening] = openings;
  if (!opening) throw new Error('one right at least');
  const workflowId = workflowIdOf(opening.caseId);
  await startCaseAt(temporal.client, {
    workflowId,
    workflowType: caseWorkflowType,
    taskQueue: worker.taskQueue,
    args: [opening],
    at: '2036-03-31T09:00:00Z',
  });
  const handle = temporal.client.workflow.getHandle(workflowId);
  const failure = await until('a failure that Temporal keeps', 30, async () => {
    const { raw } = await handle.describe();
    return raw.pendingActivities?.find(({ lastFailure }) => lastFailure)?.lastFailure ?? undefined;
  });
  expect(failure.message).toBe("Error (EENVELOPE): the worker's log says more.");
  expect(heard[0]).toMatchObject({ message: expect.stringContaining(canary) });
  const { raw } = await handle.describe();
  const kept = JSON.stringify([raw.pendingActivities, await handle.fetchHistory()]);
  for (const text of [canary, 'Zebedee', Buffer.from(canary).toString('base64')])
    expect(kept).not.toContain(text);
});
