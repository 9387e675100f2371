import { toCivilDate as on } from '@duly/law';
import { blocksOf, type BlockCode } from './blocks.js';
import type { Retained } from './retained.js';
import type { Leads } from './retention-schedule.js';

const leads: Leads = [
  { months: 0, days: 30 },
  { months: 0, days: 7 },
];
const due: Retained = {
  requestId: '6f9f3a6e-6b0e-4b63-9a3c-0c8f5a1d2e3f',
  reference: 'DR-2036-000123',
  cases: [
    {
      caseId: '0b9f3a6e-6b0e-4b63-9a3c-0c8f5a1d2e3f',
      reference: 'DR-2036-000123-1',
      outcome: 'answered',
      closedOn: on('2036-04-21'),
      dueOn: on('2039-04-21'),
    },
  ],
  dueOn: on('2039-04-21'),
  today: on('2039-04-21'),
  warned: [on('2039-03-22'), on('2039-04-14')],
  heldSince: [],
  complaints: [],
  lettersUnderWay: 0,
  tasksOpen: 0,
  state: null,
  samePerson: [],
  lookAlikes: [],
};
const open = { ...due.cases[0], outcome: null, closedOn: null, dueOn: null } as Retained['cases'][number];
const codes = (changes: Partial<Retained>, isApproved = false): readonly BlockCode[] =>
  blocksOf({ ...due, ...changes }, leads, isApproved).map(({ code }) => code);

describe('a request whose time has come and of which both warnings were given', () => {
  it('may be erased on 21 April 2039, three years after it closed', () => {
    expect(codes({})).toEqual([]);
  });

  const standing: readonly (readonly [BlockCode, Partial<Retained>])[] = [
    ['open-case', { cases: [open], dueOn: null }],
    ['not-due', { today: on('2039-04-20') }],
    ['not-due', { warned: [on('2039-03-22'), on('2039-04-20')] }],
    ['not-warned', { warned: [on('2039-03-22'), null] }],
    ['legal-hold', { heldSince: [on('2038-01-07')] }],
    ['open-complaint', { complaints: ['DR-2039-000007-1'] }],
    ['same-person-asks', { samePerson: ['DR-2039-000008-1'] }],
    ['may-be-same-person', { lookAlikes: ['DR-2039-000009-1'] }],
    ['letter-under-way', { lettersUnderWay: 1 }],
    ['task-open', { tasksOpen: 2 }],
    ['under-way', { state: 'proposed' }],
    ['erased', { state: 'erased' }],
  ];
  it.each(standing)('may not because of %s, and is told why in a sentence', (code, changes) => {
    const blocks = blocksOf({ ...due, ...changes }, leads);
    expect(blocks.map(one => one.code)).toEqual([code]);
    expect(blocks[0]?.sentence).toMatch(/^[A-Z].+\.$/u);
    expect(blocks[0]?.remedy).toMatch(/\S/u);
  });

  it('tells all that stands against it at once', () => {
    expect(codes({ heldSince: [on('2038-01-07')], tasksOpen: 1, today: on('2039-04-20') })).toEqual([
      'legal-hold',
      'task-open',
      'not-due',
    ]);
  });

  it('is not held up by its own approval, and is by a hold that was placed after it', () => {
    expect(codes({ state: 'approved' }, true)).toEqual([]);
    expect(codes({ state: 'approved', heldSince: [on('2039-04-21')] }, true)).toEqual(['legal-hold']);
  });
});
