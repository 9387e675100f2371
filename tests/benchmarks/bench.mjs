// `npm run bench`: what a case and a call cost, as ratios of one run, A and B interleaved; median and spread. Ratios hold better than figures.
// `node dist/tests/benchmarks/bench.js calendar burst` runs some of its parts.
import { join } from 'node:path';
import { Processes } from '../../infra/local/processes.ts';
import { specFolder } from '../../infra/local/spec-folder.ts';
import { bringHouse } from '../../infra/demo/house.ts';
import { apiTimes } from './api-times.mjs';
import { appending, millionEntries } from './audit.mjs';
import { burstOfLetters } from './burst.mjs';
import { newHoliday } from './calendar.mjs';
import { caseCpu } from './case-cpu.mjs';
import { historySize } from './history-size.mjs';
import { lettersASecond } from './letters.mjs';
import { listsOfMany } from './lists.mjs';
import { millionRecords } from './packages.mjs';
import { pagesOfConsole } from './pages.mjs';
import { replayedHistories } from './replay.mjs';
import { clockBefore, leadFor, oneMidnight, quietTime } from './midnight.mjs';

const rounds = 5;
const known = [
  'history',
  'api',
  'case',
  'calendar',
  'burst',
  'letters',
  'audit',
  'log',
  'replay',
  'lists',
  'packages',
  'pages',
  'midnight',
];
const parts = new Set(process.argv.slice(2));
const unknown = [...parts].filter(part => !known.includes(part));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  process.exit(2);
}
const wants = name => parts.size === 0 || parts.has(name);

/** Servers, API and worker of their own for some parts; `settings` are what the apps are told otherwise. */
async function inHouse(settings, work) {
  const folder = await specFolder();
  const processes = new Processes(folder.path);
  const workers = new Processes(join(folder.path, 'workers'));
  const stop = async () => {
    await workers.stopAll();
    await processes.stopAll();
    folder.remove();
  };
  const interrupted = () => void stop().then(() => process.exit(130));
  process.on('SIGINT', interrupted);
  try {
    const house = await bringHouse(processes, folder.path, () => undefined, workers, settings);
    await work(house, {
      folder: folder.path,
      logFile: processes.logFile('postgres'),
      stopWorker: () => workers.stopAll(),
      workerPid: () => workers.records.all().find(({ name }) => name === 'worker')?.pid,
    });
  } finally {
    process.off('SIGINT', interrupted);
    await stop();
  }
}

const realClock = { CLOCK_OFFSET: 'PT0S' };

if (wants('history')) await historySize();
if (wants('api') || wants('case'))
  await inHouse({}, async (house, { folder, logFile, stopWorker }) => {
    if (wants('api')) await apiTimes(house, folder, logFile, stopWorker, rounds);
    await stopWorker();
    if (wants('case')) await caseCpu(house.temporal, house.temporalAddress, folder, rounds);
  });
if (wants('calendar')) await inHouse(realClock, (house, { logFile }) => newHoliday(house, logFile));
if (wants('burst'))
  await inHouse(realClock, async (house, { folder, logFile, stopWorker }) => {
    await stopWorker();
    await burstOfLetters(house, folder, logFile);
  });
if (wants('letters'))
  await inHouse(realClock, async (house, { stopWorker }) => {
    await stopWorker();
    await lettersASecond(house, rounds);
  });
if (wants('audit')) await inHouse({}, house => appending(house, rounds));
if (wants('log'))
  await inHouse({}, async (house, { stopWorker }) => {
    await stopWorker();
    await millionEntries(house, rounds);
  });
if (wants('replay')) await replayedHistories(rounds);
if (wants('lists')) await listsOfMany();
if (wants('pages'))
  await inHouse({}, (house, { folder, stopWorker }) => pagesOfConsole(house, folder, stopWorker, rounds));
if (wants('packages')) {
  const place = await specFolder();
  const settings = { ...realClock, DOCUMENTS_FOLDER: join(place.path, 'documents'), REVIEW_PACKAGES: 'none' };
  await inHouse(settings, (house, { workerPid }) => millionRecords(house, place.path, workerPid(), rounds));
  place.remove();
}
if (wants('midnight')) {
  // Some cases beforehand tell how long before midnight this machine must begin.
  const calibrating = clockBefore(quietTime);
  let lead = 0;
  await inHouse(calibrating.settings, async house => (lead = await leadFor(house)));
  const clock = clockBefore(lead);
  await inHouse(clock.settings, house => oneMidnight(house, clock.ahead));
}
