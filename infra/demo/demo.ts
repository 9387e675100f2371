import { Processes } from '../local/processes.js';
import { specFolder } from '../local/spec-folder.js';
import { Beside } from './beside.js';
import { Handler } from './handler.js';
import { bringHouse } from './house.js';
import { Life } from './life.js';
import { lives } from './lives/index.js';
import { lifePage } from './page.js';

/** Progress goes beside the story, so that the story reads the same every time. */
const say = (line: string): void => console.error(`… ${line}`);

/** Tells every life: opened one after the other, so that their references are always the same, then lived side by side. */
async function tellLives(processes: Processes, folder: string): Promise<number> {
  const house = await bringHouse(processes, folder, say);
  const handler = await Handler.signIn(house);
  const opened: Life[] = [];
  for (const { request } of lives) opened.push(await Life.open(house, handler, request));
  say(`${opened.length} requests are open; their clocks are being wound.`);
  const beside = Beside.bring(processes, house, say);
  const told = lives.map(async (telling, place) => {
    const life = opened[place];
    if (!life) throw new Error(`${telling.title} was not opened.`);
    await telling.tell(life, beside);
    return { ...telling, life };
  });
  // A failure of one must not leave the others half told.
  await Promise.allSettled(told);
  let unmet = 0;
  for (const [place, { title, letter, life }] of (await Promise.all(told)).entries()) {
    console.log(lifePage(place + 1, title, life, letter));
    unmet += life.expectations.filter(({ isMet }) => !isMet).length;
  }
  const all = opened.reduce((sum, { expectations }) => sum + expectations.length, 0);
  console.log(
    unmet === 0
      ? `\nAll ${all} expectations of the ${lives.length} lives are met.`
      : `\n${unmet} of ${all} expectations are not met.`,
  );
  return unmet === 0 ? 0 : 1;
}

/** Settles with an exit code when the demo is told to stop. */
function toldToStop(): Promise<number> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        say(`Stopping, told by ${signal}.`);
        resolve(130);
      });
    }
  });
}

async function main(): Promise<number> {
  const folder = await specFolder();
  const processes = new Processes(folder.path);
  const stop = toldToStop();
  const broken = processes.unexpectedEnd.then(words => Promise.reject(new Error(words)));
  try {
    return await Promise.race([tellLives(processes, folder.path), stop, broken]);
  } finally {
    await processes.stopAll();
    folder.remove();
  }
}

try {
  process.exit(await main());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
