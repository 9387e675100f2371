// A team's own worker, as a source of Duly: the same as worker.py, in TypeScript.
// Reads TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_TASK_QUEUE and DULY_URL.
import { join } from 'node:path';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { workspace } from '../local/workspace.js';
import { answering } from './look-and-answer.js';

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}

/** What this team holds, by e-mail address. */
const held = new Map([
  ['quillibert@people.example', [{ book: 'Zoë’s 🐝 book', lent: '2036-01-02' }]],
  ['imogen.adeyemi@people.example', [{ book: 'Bees of the city 🐝', lent: '2036-01-02' }]],
]);

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: ['SIGTERM', 'SIGINT'] });
const connection = await NativeConnection.connect({ address: given('TEMPORAL_ADDRESS') });
const worker = await Worker.create({
  connection,
  namespace: given('TEMPORAL_NAMESPACE'),
  taskQueue: given('TEMPORAL_TASK_QUEUE'),
  workflowsPath: join(workspace, 'infra', 'sample-worker', 'answer-duly.ts'),
  activities: { ...answering(given('DULY_URL'), held) },
});
console.log('ready');
await worker.run();
await connection.close();
