import { toCivilDate as on } from '@duly/law';
import { caseAsOf, type AsOf } from './as-of.js';
import { received, type Told } from './case.given.js';
import { writeInstant } from './instants.js';
import { summaryOf } from './summary-of.js';

/** Pseudo-random numbers below a bound, the same for the same seed (Lehmer). */
function chooser(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return below => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const days = [
  '2036-04-02',
  '2036-04-09',
  '2036-04-18',
  '2036-04-29',
  '2036-05-06',
  '2036-06-01',
  '2036-06-29',
  '2036-07-03',
];

const acts: readonly ((told: Told, day: string) => Told)[] = [
  told => told,
  told => told.when({ verb: 'add-note', words: 'w' }),
  told => told.when({ verb: 'ask-for-clarification', words: 'w', reasons: 'w' }),
  told => told.when({ verb: 'extend-time', ground: 'complexity', reasons: 'w' }),
  told => told.when({ verb: 'escalate', reasons: 'w' }),
  told => told.when({ verb: 'answer', extent: 'wholly', words: 'w' }),
  (told, day) => told.when({ verb: 'withdraw', on: on(day), words: 'w' }),
];

interface Said {
  readonly at: string;
  readonly summary: Told['summary'];
}

/** A life in which everything is recorded on the day it happens, and what the case said of itself after each step. */
function aLife(seed: number): { readonly told: Told; readonly said: readonly Said[] } {
  const pick = chooser(seed);
  let told = received({ on: '2036-03-31' });
  const said: Said[] = [{ at: writeInstant(told.now), summary: told.summary }];
  for (const day of days) {
    told = told.on(day);
    said.push({ at: writeInstant(told.now), summary: told.summary });
    told = acts[pick(acts.length)]?.(told, day) ?? told;
    said.push({ at: writeInstant(told.now), summary: told.summary });
  }
  return { told, said };
}

const at = ({ file }: Told, asOf: AsOf) => {
  const then = caseAsOf([file.opening], file.events, asOf);
  return then && summaryOf(then);
};

const lives = Array.from({ length: 40 }, (_none, place) => ({
  seed: 4_711 + place,
  ...aLife(4_711 + place),
}));

describe('in forty lives, drawn by seeds from 4711 on,', () => {
  it('what was believed at each instant is what the case said then', () => {
    for (const { seed, told, said } of lives) {
      for (const { at: recordedAt } of said) {
        const last = said.findLast(one => one.at <= recordedAt);
        expect([seed, recordedAt, at(told, { recordedAt })]).toEqual([seed, recordedAt, last?.summary]);
      }
    }
  });

  it('how it stood at the end of each day, where all was recorded on its day, is the same', () => {
    for (const { seed, told, said } of lives) {
      for (const day of ['2036-03-31', ...days]) {
        const last = said.findLast(one => one.at.slice(0, 10) <= day);
        expect([seed, day, at(told, { on: on(day) })]).toEqual([seed, day, last?.summary]);
      }
    }
  });

  it('it was not there the instant or the day before it was received', () => {
    for (const { told } of lives) {
      expect(at(told, { recordedAt: '2036-03-30T23:59:59.999Z' })).toBeUndefined();
      expect(at(told, { on: on('2036-03-30') })).toBeUndefined();
    }
  });
});
