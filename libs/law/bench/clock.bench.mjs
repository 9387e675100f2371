// What one call of the library costs. `npm run bench` builds the bundle that is measured here.
import { addDays, addMonths, clock, explain, toDay, writeDay } from '../../../dist/libs/law/index.js';
import { inRounds, median, tell, timeOf } from './rounds.mjs';

const rounds = 15;
// Node compiles better what is called often: some two thousand calls pass before a clock is as fast as it stays.
const warmUpRounds = 10;
const receipt = toDay('2026-03-02');
const on = after => writeDay(addDays(receipt, after));

const small = {
  right: 'access',
  calendar: 'england-and-wales',
  events: [
    { type: 'received', date: on(0) },
    { type: 'id_requested', date: on(1) },
    { type: 'id_received', date: on(4) },
    { type: 'clarification_requested', date: on(6), ref: 'a' },
    { type: 'clarification_received', date: on(9), ref: 'a' },
    { type: 'extension_notified', date: on(20) },
  ],
};

/** 512 facts: short clarifications one after another, several asks, notices that come second; nothing that is cheap to pass over. */
const large = { ...small, events: [{ type: 'received', date: on(0) }] };
for (let index = 0; large.events.length < 512; index += 1) {
  const day = index % 28;
  const kinds = [
    { type: 'clarification_requested', date: on(day), ref: `c${index}` },
    { type: 'clarification_received', date: on(day + 1), ref: `c${index}` },
    { type: 'id_requested', date: on(day) },
    { type: 'id_received', date: on(day + 1) },
    { type: 'extension_notified', date: on(day) },
  ];
  large.events.push(...kinds.slice(0, 512 - large.events.length));
}
if ('error' in clock(large) || large.events.length !== 512)
  throw new Error('The large case must be a good one.');

// Each result is added up, so that no call can be left out by the compiler.
let kept = 0;
const figures = await inRounds(
  {
    month: () => timeOf(index => (kept += addMonths(addDays(receipt, index % 365), 1)), 500_000),
    small: () => timeOf(() => (kept += clock(small).excludedDays), 3_000),
    smallExplained: () => timeOf(() => (kept += explain(small).steps.length), 3_000),
    large: () => timeOf(() => (kept += clock(large).excludedDays), 200),
    largeExplained: () => timeOf(() => (kept += explain(large).steps.length), 200),
  },
  rounds,
  warmUpRounds,
);
if (!Number.isFinite(kept)) throw new Error('A measured call gave no answer.');

const ratios = (over, under) => figures[over].map((figure, round) => figure / figures[under][round]);
console.log(
  `libs/law, ${rounds} interleaved rounds, Node ${process.version}, processor time: median (least–most)`,
);
tell('a plain month addition', figures.month, 'ms');
tell('one clock, 6 facts', figures.small, 'ms');
tell('one clock, 6 facts, over a plain month addition', ratios('small', 'month'), '×');
tell('one explanation, 6 facts, over its clock', ratios('smallExplained', 'small'), '×');
const met = [
  tell('one clock, 512 facts', figures.large, 'ms', 0.5),
  tell('one clock, 512 facts, over a plain month addition', ratios('large', 'month'), '×'),
  tell('one explanation, 512 facts', figures.largeExplained, 'ms'),
  tell('one explanation, 512 facts, over its clock', ratios('largeExplained', 'large'), '×', 2),
];
console.log(
  `steps of the large explanation: ${explain(large).steps.length}; median clock ${(1 / median(figures.small)).toFixed(0)} small cases a millisecond`,
);
process.exitCode = met.every(Boolean) ? 0 : 1;
