// Two thousand cases whose last day ends at one midnight: how late each alarm comes beyond its own place after it.
import { setTimeout as after } from 'node:timers/promises';
import { placeInWindow } from '@duly/case';
import { until } from '@duly/infra';
import { inParallel, letter, post, tokenOf } from './calls.mjs';
import { inDatabase } from './database.mjs';

const cases = 2_000;
const callers = 16;
/** The last day of a letter of 31 March 2036 ends at this instant: midnight in London, in summer time. */
const midnight = Date.parse('2036-04-30T23:00:00Z');
/** Seconds over which the alarms are spread, instead of the product's five minutes: two and a half times as dense. */
const spreadOver = 120;
/** Cases that tell how fast this machine is, and seconds before midnight at which they are opened: nothing is due meanwhile. */
const trial = 100;
export const quietTime = 1_800;
/** Seconds after the last alarm's place at which one that has not come is given up. */
const patience = 120;

/** The API's clock so many seconds before midnight; `ahead` in milliseconds. */
export function clockBefore(seconds) {
  const ahead = Math.round((midnight - Date.now()) / 1_000) - seconds;
  return {
    ahead: ahead * 1_000,
    settings: { CLOCK_OFFSET: `PT${ahead}S`, ALARM_WINDOW: `PT${spreadOver}S` },
  };
}

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

async function open(house, token, many) {
  const body = { ...letter, receivedOn: '2036-03-31' };
  const opened = await inParallel(many, callers, () => post(`${house.apiUrl}/v1/requests`, token, body));
  return opened.map(one => one.cases[0].id);
}

/** Cases that have not yet written their first rows, and letters on their way. */
const unrest = ask =>
  ask(`SELECT (SELECT count(*) FROM register.intake WHERE NOT has_row)::int AS cases,
    (SELECT count(*) FROM register.letter WHERE outcome_on IS NULL)::int AS letters`);

const atRest = (ask, seconds) =>
  until('the cases at rest', seconds, async () => {
    const [waiting] = await unrest(ask);
    return waiting.cases + waiting.letters === 0 ? true : undefined;
  });

/** Seconds that all the cases will take to begin and come to rest, with a quarter as much again, and a minute for the servers. */
export async function leadFor(house) {
  const token = await tokenOf(house);
  return inDatabase(house.database('duly'), async ask => {
    const begun = performance.now();
    await open(house, token, trial);
    await atRest(ask, quietTime);
    return Math.ceil(60 + ((performance.now() - begun) / 1_000) * (cases / trial) * 1.25);
  });
}

function tellLateness(name, figures) {
  const sorted = figures.toSorted((one, other) => one - other);
  const [p50, p99, most] = [0.5, 0.99, 1].map(share => quantile(sorted, share).toFixed(0));
  console.log(`${name.padEnd(58)} p50 ${p50} ms · p99 ${p99} ms · max ${most} ms`);
}

async function alarmsOf(ask) {
  const rows = await ask(
    `SELECT t.case_id AS id, t.event->>'recordedAt' AS raised, t.event->>'because' AS because, a.recorded_at AS "inRegister"
     FROM register.timeline t JOIN register.audit_entry a ON a.case_id = t.case_id AND a.event_number = t.number
     WHERE t.type = 'AlarmRaised'`,
  );
  return rows.filter(({ because }) => because === 'due-date-passed');
}

/** @param house the servers, the worker and the API; @param ahead milliseconds by which the API's clock is moved */
export async function oneMidnight(house, ahead) {
  const token = await tokenOf(house);
  await inDatabase(house.database('duly'), async ask => {
    const ids = await open(house, token, cases);
    const own = () => Date.now() + ahead;
    const openedBefore = (midnight - own()) / 1_000;
    await atRest(ask, 3_600);
    const restedBefore = (midnight - own()) / 1_000;
    await after(Math.max(0, midnight + spreadOver * 1_000 - own()));
    const alarms = await until('every alarm', patience, async () => {
      const raised = await alarmsOf(ask);
      return raised.length >= cases ? raised : undefined;
    });
    await after(2_000);
    const all = await alarmsOf(ask);
    const different = new Set(all.map(({ id }) => id)).size;
    console.log(`\n${cases} cases due on one day, their alarms spread over ${spreadOver} s after midnight`);
    console.log(
      `opened ${openedBefore.toFixed(0)} s and at rest ${restedBefore.toFixed(0)} s before midnight by their own clock`,
    );
    const placeOf = id => midnight + placeInWindow(id, spreadOver);
    tellLateness(
      'alarm raised, beyond its place',
      alarms.map(({ id, raised }) => Date.parse(raised) - placeOf(id)),
    );
    tellLateness(
      'alarm in the register, beyond its place',
      alarms.map(({ id, inRegister }) => inRegister.getTime() + ahead - placeOf(id)),
    );
    const early = alarms.filter(({ id, raised }) => Date.parse(raised) < placeOf(id)).length;
    const lost = ids.filter(id => !all.some(one => one.id === id)).length;
    console.log(`early ${early} · lost ${lost} · doubled ${all.length - different}`);
    if (early + lost + all.length - different > 0) throw new Error('An alarm was early, lost or doubled.');
  });
}
