// The API's reads and writes, against a bare NestJS + pg handler that runs the same statements.
import { until } from '@duly/infra';
import { get, letter, post, startBare, tokenOf } from './calls.mjs';
import { inRounds, middleTime, over, tell } from './rounds.mjs';
import { capture, startLogging, stopLogging } from './captured-sql.mjs';
import { carried, golden } from './golden.mjs';

const calls = 60;

const opening = { ...letter, receivedOn: '2036-03-31' };

const p50 = call => middleTime(calls, call);

function tellWrites({ write, bareWrite, bareStart }) {
  console.log('\nOpening a request (p50)');
  tell('API: judged, sealed, accepted, its workflow started', write, 'ms');
  tell('bare handler, the same statements', bareWrite, 'ms');
  tell('bare handler, the same statements and a workflow start', bareStart, 'ms');
  const roundTrip = bareStart.map((figure, round) => figure - bareWrite[round]);
  tell('the Temporal round trip by itself', roundTrip, 'ms');
  tell('API ÷ bare with its start', over(write, bareStart), '', 1.3);
  const beyond = write.map((figure, round) => figure - roundTrip[round]);
  tell('API ÷ bare, both beyond the Temporal round trip', over(beyond, bareWrite), '', 1.2);
}

/** @param house the servers and the API; @param stopWorker ends the worker, so that nothing else uses the machine meanwhile */
export async function apiTimes(house, folder, logFile, stopWorker, rounds) {
  const token = await tokenOf(house);
  const opened = await post(`${house.apiUrl}/v1/requests`, token, opening);
  const path = `${house.apiUrl}/v1/cases/${opened.cases[0].id}`;
  await until('the first letter', 30, async () => ((await get(path, token)).version >= 2 ? true : undefined));
  await stopWorker();
  const owner = house.database('postgres');
  await startLogging(owner);
  const write = await capture(logFile, () => post(`${house.apiUrl}/v1/requests`, token, opening));
  const read = await capture(logFile, () => get(path, token));
  await stopLogging(owner);
  const { history } = await golden('answered-in-time');
  const bare = await startBare(folder, {
    urls: { duly: house.database('duly'), duly_keys: house.database('duly_keys') },
    write,
    read,
    opening: carried(history.events[0])[0],
    temporal: house.temporalAddress,
  });
  const figures = await inRounds(
    {
      write: () => p50(() => post(`${house.apiUrl}/v1/requests`, token, opening)),
      bareWrite: () => p50(() => post(`${bare.url}/write`, token)),
      bareStart: () => p50(() => post(`${bare.url}/write-and-start`, token)),
      read: () => p50(() => get(path, token)),
      bareRead: () => p50(() => get(`${bare.url}/read`, token)),
    },
    rounds,
  );
  await bare.stop();
  console.log(`\nStatements of one opening: ${write.length}, of one reading of a case: ${read.length}`);
  tellWrites(figures);
  console.log('\nReading a case (p50)');
  tell('API', figures.read, 'ms');
  tell('bare handler, the same statements', figures.bareRead, 'ms');
  tell('API ÷ bare', over(figures.read, figures.bareRead), '', 1.3);
}
