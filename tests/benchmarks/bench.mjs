// `npm run bench`: what a case and a call cost, as ratios of one run, A and B interleaved; median and spread. Ratios hold better than figures.
import { join } from 'node:path';
import { Processes } from '../../infra/local/processes.ts';
import { specFolder } from '../../infra/local/spec-folder.ts';
import { bringHouse } from '../../infra/demo/house.ts';
import { apiTimes } from './api-times.mjs';
import { caseCpu } from './case-cpu.mjs';
import { historySize } from './history-size.mjs';

const rounds = 5;
const parts = new Set(process.argv.slice(2));
const wants = name => parts.size === 0 || parts.has(name);

const folder = await specFolder();
const processes = new Processes(folder.path);
const workers = new Processes(join(folder.path, 'workers'));
process.on('SIGINT', async () => {
  await workers.stopAll();
  await processes.stopAll();
  process.exit(130);
});
try {
  const house = await bringHouse(processes, folder.path, () => undefined, workers);
  if (wants('history')) await historySize();
  if (wants('api'))
    await apiTimes(house, folder.path, processes.logFile('postgres'), () => workers.stopAll(), rounds);
  if (wants('case')) {
    await workers.stopAll();
    await caseCpu(house.temporal, house.temporalAddress, folder.path, rounds);
  }
} finally {
  await workers.stopAll();
  await processes.stopAll();
  folder.remove();
}
