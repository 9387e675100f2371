// A worker in a process of its own, which says how much processor time it has used. Its activities do nothing: only the workflow differs.
import { activityInfo } from '@temporalio/activity';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

const [address, taskQueue, codePath] = process.argv.slice(2);
Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
const connection = await NativeConnection.connect({ address });

const activities = {
  nothing: async () => undefined,
  recordStep: async () => undefined,
  sendLetter: async ({ letterId }) => {
    const at = new Date(activityInfo().currentAttemptScheduledTimestampMs).toISOString();
    return { letterId, outcome: 'accepted', on: at.slice(0, 10), at };
  },
};
const worker = await Worker.create({ connection, taskQueue, activities, workflowBundle: { codePath } });
const running = worker.run();
process.on('message', async message => {
  if (message === 'cpu') {
    const { user, system } = process.cpuUsage();
    process.send((user + system) / 1e3);
    return;
  }
  worker.shutdown();
  await running;
  await connection.close();
  process.disconnect();
});
process.send('ready');
