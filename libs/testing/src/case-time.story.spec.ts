import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import {
  caseTime,
  startCaseAt,
  testTemporal,
  type TestTemporal,
  testWorker,
  type TestWorker,
} from './index.js';

describe('a case’s own clock, on the real server', () => {
  let temporal: TestTemporal;
  let worker: TestWorker;

  beforeAll(async () => {
    temporal = await testTemporal();
    const workflowsPath = fileURLToPath(new URL('./fixtures/reminder.workflow.ts', import.meta.url));
    worker = await testWorker(temporal.address, { workflowsPath });
  });

  afterAll(async () => {
    await worker.stop();
    await temporal.stop();
  });

  const begin = (at: string) =>
    startCaseAt(temporal.client, {
      workflowId: `reminder-${randomUUID()}`,
      workflowType: 'reminder',
      taskQueue: worker.taskQueue,
      args: [],
      at,
    });

  it('begins at a fixed date, is wound through its timers, and takes an update on the day it was wound to', async () => {
    const time = await begin('2036-03-31T09:00:00Z');
    await time.windTo('2036-04-20T12:00:00Z');
    expect((await time.now()).toISOString()).toMatch(/^2036-04-20T12:00/);
    const handle = temporal.client.workflow.getHandle(time.workflowId);
    expect(await handle.executeUpdate('answer')).toBe('answered 2036-04-20');
    expect(await handle.result()).toEqual(['began 2036-03-31', 'reminded 2036-04-14', 'answered 2036-04-20']);
  });

  it('winds a case that another has started, and leaves the others alone', async () => {
    const [wound, left] = [await begin('2036-03-31T09:00:00Z'), await begin('2036-03-31T09:00:00Z')];
    await caseTime(temporal.client, wound.workflowId).windBy(30 * 86_400);
    const handle = temporal.client.workflow.getHandle(wound.workflowId);
    expect(await handle.result()).toEqual(['began 2036-03-31', 'reminded 2036-04-14', 'gave up 2036-04-28']);
    expect((await left.now()).toISOString()).toMatch(/^2036-03-31/);
  });

  it('refuses to go back, and to begin in the past', async () => {
    const time = await begin('2036-03-31T09:00:00Z');
    await expect(time.windTo('2036-03-30T09:00:00Z')).rejects.toThrow('no clock goes back');
    await expect(begin('2020-01-01T00:00:00Z')).rejects.toThrow('lies behind the real clock');
    await expect(time.windTo('2036-04-20')).rejects.toThrow('is not an instant');
  });
});
