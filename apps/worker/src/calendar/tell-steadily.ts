import { heartbeat, sleep } from '@temporalio/activity';

/** Cases told by one activity, of them at once, and of them a second: the cases' own work goes before. */
export const mostTold = 200;
const atOnce = 8;
const perSecond = 25;
/** Milliseconds that one case may take to answer. */
export const patience = 10_000;

/** Tells one case after another, at a steady pace. @returns how many took it */
export async function tellSteadily<One>(
  cases: readonly One[],
  tell: (one: One) => Promise<boolean>,
): Promise<number> {
  let moved = 0;
  for (let place = 0; place < cases.length; place += atOnce) {
    const began = performance.now();
    const some = cases.slice(place, place + atOnce);
    const told = await Promise.all(some.map(tell));
    moved += told.filter(Boolean).length;
    heartbeat(place + some.length);
    const early = (some.length * 1_000) / perSecond - (performance.now() - began);
    if (early > 0) await sleep(early);
  }
  return moved;
}
