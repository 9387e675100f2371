// A burst of letters: how many a second are accepted, and how many of their workflows are started behind it.
import { until } from '@duly/infra';
import { capture, startLogging, stopLogging } from './captured-sql.mjs';
import { get, inParallel, letterOfToday, post, startBare, tokenOf } from './calls.mjs';
import { inDatabase } from './database.mjs';
import { carried, golden } from './golden.mjs';
import { inRounds, over, tell } from './rounds.mjs';

const letters = 2_000;
/** Fewer rounds than elsewhere: each is thousands of calls. */
const rounds = 3;
const warmUp = 200;
/** Callers that send at once, and starts that the bare one has under way: what the API may have (STARTS_IN_FLIGHT). */
const callers = 64;
const startsAtOnce = 16;

const perSecond = (many, milliseconds) => (many * 1_000) / milliseconds;

async function measured(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** One burst: how fast it was accepted, and how fast its workflows were started, from the first letter to the last start. */
async function burst(house, token, many) {
  return inDatabase(house.database('duly'), async ask => {
    const [{ since }] = await ask('SELECT now() AS since');
    const accepted = await measured(() =>
      inParallel(many, callers, () => post(`${house.apiUrl}/v1/requests`, token, letterOfToday())),
    );
    const started = await until('every workflow of the burst', 120, async () => {
      const [row] = await ask(
        `SELECT count(*)::int AS many, count(started_at)::int AS started,
           extract(epoch FROM max(started_at) - min(accepted_at)) * 1000 AS milliseconds
         FROM register.intake WHERE accepted_at >= $1`,
        [since],
      );
      if (row.many !== many) throw new Error(`${many} letters made ${row.many} cases.`);
      return row.started === many ? Number(row.milliseconds) : undefined;
    });
    return { accepted: perSecond(many, accepted), started: perSecond(many, started) };
  });
}

async function bareFor(house, folder, logFile, token) {
  const owner = house.database('postgres');
  await startLogging(owner);
  const write = await capture(logFile, () => post(`${house.apiUrl}/v1/requests`, token, letterOfToday()));
  await stopLogging(owner);
  const { history } = await golden('answered-in-time');
  return startBare(folder, {
    urls: { duly: house.database('duly'), duly_keys: house.database('duly_keys') },
    write,
    read: [],
    opening: carried(history.events[0])[0],
    temporal: house.temporalAddress,
  });
}

/** What is measured, of so many letters. `started` is filled by the bursts. */
function measurements({ house, token, bare, many, started }) {
  const all = (path, body) =>
    measured(() => inParallel(many, callers, () => post(`${bare.url}/${path}`, token, body)));
  return {
    burst: async () => {
      const one = await burst(house, token, many);
      started.push(one.started);
      return one.accepted;
    },
    bareWrite: async () => perSecond(many, await all('write')),
    bareStart: async () => {
      const body = { many, atOnce: startsAtOnce };
      return perSecond(many, (await post(`${bare.url}/starts`, token, body)).milliseconds);
    },
    bareBoth: async () => perSecond(many, await all('write-and-start')),
  };
}

/** @param house the servers and the API, its clock the real one; no worker runs, so that nothing else uses the machine */
export async function burstOfLetters(house, folder, logFile) {
  const token = await tokenOf(house);
  await get(`${house.apiUrl}/v1/cases`, token);
  const bare = await bareFor(house, folder, logFile, token);
  const [place, started] = [{ house, token, bare }, []];
  try {
    await inRounds(measurements({ ...place, many: warmUp, started: [] }), 0);
    tellBurst(await inRounds(measurements({ ...place, many: letters, started }), rounds, 0), started);
  } finally {
    await bare.stop();
  }
}

function tellBurst({ burst: accepted, bareWrite, bareStart, bareBoth }, started) {
  console.log(`\nA burst of ${letters} letters from ${callers} callers, ${rounds} times`);
  tell('API: letters accepted', accepted, '/s');
  tell('bare handler, the same statements', bareWrite, '/s');
  tell('accepted ÷ bare', over(accepted, bareWrite), '', { atLeast: 0.5 });
  tell('API: workflows started, from the first letter to the last', started, '/s');
  tell('bare starts, and nothing else', bareStart, '/s');
  tell('started ÷ bare', over(started, bareStart), '', { atLeast: 0.8 });
  tell('bare handler, the same statements and a workflow start', bareBoth, '/s');
  tell('started ÷ bare that does both', over(started, bareBoth), '');
}
