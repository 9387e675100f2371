import { fileURLToPath } from 'node:url';
import { caseWorkflowType, workflowIdOf } from '@duly/case-protocol';
import { ApplicationFailure } from '@temporalio/common';
import { LeaseLost } from '@duly/register';
import {
  startCaseAt,
  testTemporal,
  testWorker,
  until,
  type TestTemporal,
  type TestWorker,
} from '@duly/testing';
import { anOffice, aPost, aRequest, type GivenOffice } from '../worker.given.js';
import { caseActivities } from './case-activities.js';
import { safeFailure } from './safe-failures.js';

let office: GivenOffice;
let temporal: TestTemporal;
let worker: TestWorker;
const sent: string[] = [];

const post = aPost(({ to }) => {
  sent.push(to);
  return Promise.resolve({ result: 'accepted', code: 250, words: '250 taken' });
});

beforeAll(async () => {
  office = await anOffice();
  temporal = await testTemporal();
  worker = await testWorker(temporal.address, {
    workflowsPath: fileURLToPath(
      new URL('../../../../workflows/rights-request/src/index.ts', import.meta.url),
    ),
    activities: caseActivities(office.room(post)),
  });
});
afterAll(async () => {
  await worker.stop();
  await temporal.stop();
  await office.stop();
});

describe('a case on the real server', () => {
  it('has its rows and one acknowledgement for both rights, dated by its own wound clock', async () => {
    const request = await aRequest(office, { subject: { name: 'Zebedee', email: 'zebedee@canary.example' } });
    for (const opening of request.openings) {
      await startCaseAt(temporal.client, {
        workflowId: workflowIdOf(opening.caseId),
        workflowType: caseWorkflowType,
        taskQueue: worker.taskQueue,
        args: [opening],
        at: '2036-03-31T09:00:00Z',
      });
    }
    const letters = await until('The acknowledgement of both cases', 30, async () => {
      const of = await Promise.all(
        request.openings.map(({ caseId }) => office.register.cases.letters(caseId)),
      );
      return of.flat().every(letter => letter.state === 'accepted') && of.flat().length === 2
        ? of.flat()
        : undefined;
    });
    expect(new Set(letters.map(letter => letter.letterId)).size).toBe(1);
    expect(letters[0]).toMatchObject({
      outcomeOn: '2036-03-31',
      outcomeAt: expect.stringMatching(/^2036-03-31T09:/),
    });
    expect(sent).toEqual(['zebedee@canary.example']);
    const read = await until('The notice in the register', 30, async () => {
      const { items } = await office.register.cases.list({ requestId: request.requestId });
      return items.every(item => item.version >= 2) ? items : undefined;
    });
    expect(read.map(item => [item.dueDate, item.isLate])).toEqual([
      ['2036-04-30', false],
      ['2036-04-30', false],
    ]);
  });
});

describe('what Temporal keeps of a failure', () => {
  it('is our own words, or the kind and code of another’s error', () => {
    const driver = Object.assign(new Error('duplicate key (zebedee@canary.example)'), {
      name: 'DatabaseError',
      code: '23505',
    });
    expect(safeFailure(driver, 1)).toMatchObject({
      message: "DatabaseError (23505): the worker's log says more.",
      type: 'DatabaseError',
      nonRetryable: false,
    });
    expect(safeFailure(driver, 1).stack).not.toContain('zebedee');
    expect(safeFailure(new LeaseLost('letter-1'), 1).message).toContain('letter-1');
    const failure = ApplicationFailure.nonRetryable('as it is');
    expect(safeFailure(failure, 1)).toBe(failure);
    expect(safeFailure('thrown text', 1).message).toContain('Error');
  });
});
