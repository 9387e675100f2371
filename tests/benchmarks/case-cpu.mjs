// Processor time of a worker for one whole case, against a bare workflow with the same activities, timers and updates.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { ownTime, startSkipping, windBy, workspace } from '@duly/infra';
import { inRounds, tell } from './rounds.mjs';
import { carried, golden } from './golden.mjs';

const atOnce = 6;
const here = join(workspace, 'tests', 'benchmarks');

/** What the case's history holds, as a plan for the bare workflow. */
function planOf({ events }) {
  const plan = [];
  const time = event => Date.parse(event.eventTime);
  let last = time(events.find(({ eventType }) => eventType === 'EVENT_TYPE_WORKFLOW_TASK_SCHEDULED'));
  let group;
  for (const event of events) {
    const scheduled = event.activityTaskScheduledEventAttributes;
    if (scheduled && scheduled.workflowTaskCompletedEventId === group) plan.at(-1).activities += 1;
    else if (scheduled) {
      plan.push({ activities: 1 });
      group = scheduled.workflowTaskCompletedEventId;
    }
    if (event.timerFiredEventAttributes) {
      plan.push({ timer: time(event) - last });
      last = time(event);
    }
    if (event.workflowExecutionUpdateAcceptedEventAttributes) {
      plan.push({ update: time(event) - last + 86_400_000 });
      last = time(event);
    }
  }
  return plan;
}

async function startCpuWorker(address, taskQueue, codePath) {
  const child = fork(join(here, 'cpu-worker.mjs'), [address, taskQueue, codePath]);
  await once(child, 'message');
  const milliseconds = async () => {
    child.send('cpu');
    return (await once(child, 'message'))[0];
  };
  const stop = async () => {
    child.send('stop');
    await once(child, 'exit');
  };
  return { milliseconds, stop };
}

/** Lives `atOnce` workflows from their start to their end; gives the worker's milliseconds for one. */
async function measure(client, worker, lives) {
  const before = await worker.milliseconds();
  await Promise.all(Array.from({ length: atOnce }, () => lives(client)));
  return ((await worker.milliseconds()) - before) / atOnce;
}

async function live(client, { workflowType, taskQueue, args, workflowId, opensAt, update }) {
  const workflow = { client, workflowId };
  await startSkipping({ ...workflow, workflowType, taskQueue, args, delay: opensAt - Date.now() });
  await windBy(workflow, update.at - (await ownTime(workflow)));
  const handle = client.workflow.getHandle(workflowId);
  await handle.executeUpdate(update.name, { args: update.args });
  await handle.result();
  const { events } = await handle.fetchHistory();
  return events.length;
}

const count = ({ events }, type) =>
  events.filter(({ eventType }) => eventType === `EVENT_TYPE_${type}`).length;

export async function caseCpu(client, address, folder, rounds) {
  const { history } = await golden('answered-in-time');
  const [opening] = carried(history.events[0]);
  const accepted = history.events.find(event => event.workflowExecutionUpdateAcceptedEventAttributes);
  const update = accepted.workflowExecutionUpdateAcceptedEventAttributes.acceptedRequest.input;
  const at = Date.parse(accepted.eventTime);
  const opensAt = Date.parse(opening.events[0].recordedAt);
  const bundle = await bundleWorkflowCode({
    workflowsPath: join(here, 'bare.workflow.mjs'),
    logger: new DefaultLogger('ERROR'),
  });
  const barePath = join(folder, 'bare.js');
  await writeFile(barePath, bundle.code);
  const shipped = join(workspace, 'dist', 'workflows', 'rights-request', 'bundle.js');
  const [ours, bares] = [`bench-case-${randomUUID()}`, `bench-bare-${randomUUID()}`];
  const [caseWorker, bareWorker] = [
    await startCpuWorker(address, ours, shipped),
    await startCpuWorker(address, bares, barePath),
  ];
  const events = { case: 0, bare: 0 };
  const plan = planOf(history);
  const asCase = async () => {
    const caseId = randomUUID();
    const args = [{ ...opening, caseId }];
    const answer = { name: update.name, args: carried(accepted), at };
    const workflowId = `case-${caseId}`;
    events.case = await live(client, {
      workflowType: 'rightsRequest',
      taskQueue: ours,
      args,
      workflowId,
      opensAt,
      update: answer,
    });
  };
  const asBare = async () => {
    const workflowId = `bare-${randomUUID()}`;
    const act = { name: 'act', args: [], at };
    events.bare = await live(client, {
      workflowType: 'bare',
      taskQueue: bares,
      args: [plan],
      workflowId,
      opensAt,
      update: act,
    });
  };
  const figures = await inRounds(
    { case: () => measure(client, caseWorker, asCase), bare: () => measure(client, bareWorker, asBare) },
    rounds,
  );
  await Promise.all([caseWorker.stop(), bareWorker.stop()]);
  console.log(
    `\nA whole case: ${count(history, 'ACTIVITY_TASK_SCHEDULED')} activities, ${count(history, 'TIMER_STARTED')} timers, ${count(history, 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED')} update; ${events.case} events, the bare workflow ${events.bare}`,
  );
  tell('worker, a whole case', figures.case, 'ms');
  tell('worker, a bare workflow', figures.bare, 'ms');
  tell(
    'case ÷ bare',
    figures.case.map((one, round) => one / figures.bare[round]),
    '',
    1.25,
  );
}
