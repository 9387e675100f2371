import type { CivilDate } from '@duly/law';
import { received, type Told } from '../../case.given.js';
import type { TestItem } from './commands.js';
import { itemsOf } from './items.js';

const on = '2036-04-10' as CivilDate;
const start = (recipient = false): Told =>
  received({
    on: '2036-03-31',
    right: 'portability',
    people: { recipient },
    settings: { duties: 'required' },
  }).on('2036-04-14');
const contact = {
  verb: 'test-item',
  words: 'w',
  basis: 'contract',
  isAutomated: true,
  origin: 'provided',
  harmsOthers: false,
  otherParties: 0,
} as const;
const tested = (change: Partial<TestItem>, told = start()): Told => told.when({ ...contact, ...change });
const standing = (told: Told): readonly (readonly [isSent: boolean, why: readonly string[]])[] =>
  itemsOf(told.file).map(({ isSent, tested: { missing }, agreement }) => [isSent, [...missing, agreement]]);

describe('the three conditions, item by item (R40, UK GDPR Art 20(1))', () => {
  it.each<[string, Partial<TestItem>, readonly string[]]>([
    ['contract, automated, provided: it goes', {}, []],
    ['consent: it goes', { basis: 'consent' }, []],
    ['explicit consent: it goes', { basis: 'explicit_consent' }, []],
    ['observed counts as provided', { origin: 'observed' }, []],
    ['inferred stays', { origin: 'inferred' }, ['not_provided_by_person']],
    ['derived stays', { origin: 'derived' }, ['not_provided_by_person']],
    ['paper stays', { isAutomated: false }, ['not_automated']],
    ['legitimate interests stay', { basis: 'legitimate_interests' }, ['neither_consent_nor_contract']],
    ['a public task stays (Art 20(3))', { basis: 'public_task' }, ['public_task']],
    [
      'every reason is named',
      { basis: 'legal_obligation', isAutomated: false },
      ['neither_consent_nor_contract', 'not_automated'],
    ],
    ['harm to others (Art 20(4))', { harmsOthers: true, reasons: 'r' }, ['rights_of_others']],
  ])('%s', (_what, change, missing) => {
    const told = tested(change).then('ItemTested');
    expect(standing(told)).toEqual([[missing.length === 0, [...missing, 'not-needed']]]);
  });

  it('what is inferred is due where the person asks for access too', () => {
    expect(tested({ origin: 'inferred' }).file.events.at(-1)).toMatchObject({ isDueUnderAccess: true });
  });

  it('harm to others is said with its reasons', () => {
    tested({ harmsOthers: true }).refused('reasons-missing');
  });

  it('a test takes the place of an earlier one of the same item', () => {
    const first = tested({ isAutomated: false });
    const again = tested({ item: first.number('ItemTested') }, first);
    expect(standing(again)).toEqual([[true, ['not-needed']]]);
    tested({ item: first.number('ItemTested') }, again).refused('not-on-record');
  });

  it('must be on record before the answer', () => {
    const answer = { verb: 'answer', extent: 'wholly', words: 'w' } as const;
    start().when(answer).refused('duties-open');
    tested({}).when(answer).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });
});

describe('data that belongs to several people (R40; ICO)', () => {
  const agreed = (told: Told, agrees: boolean, date = on, party?: number): Told =>
    told.when({
      verb: 'record-agreement',
      item: told.number('ItemTested'),
      ...(party !== undefined && { party }),
      on: date,
      agrees,
      words: 'w',
    });

  it('goes once every one of them agrees; one who is missing keeps it back', () => {
    const two = tested({ otherParties: 2 });
    expect(standing(two)).toEqual([[false, ['awaited']]]);
    const one = agreed(two, true, on, 2).then('AgreementRecorded');
    expect(standing(one)).toEqual([[false, ['awaited']]]);
    expect(standing(agreed(one, true, on, 1))).toEqual([[true, ['all-agree']]]);
    expect(standing(agreed(one, false, on, 1))).toEqual([[false, ['not-all-agree']]]);
  });

  it('counts by party: of two others, one who says yes twice is not both', () => {
    const one = agreed(tested({ otherParties: 2 }), true, on, 1);
    agreed(one, true, on, 1).refused('nothing-awaited');
    agreed(one, true).refused('does-not-fit');
    agreed(one, true, on, 3).refused('does-not-fit');
    expect(standing(agreed(one, true, on, 2))).toEqual([[true, ['all-agree']]]);
  });

  it('asks nobody twice, nobody for what is the person’s alone, and for no item that is not there', () => {
    agreed(tested({}), true).refused('nothing-awaited');
    agreed(agreed(tested({ otherParties: 1 }), true), true).refused('nothing-awaited');
    agreed(start(), true).refused('not-on-record');
  });

  it('an agreement is of a day after the receipt of 31 March, and not of tomorrow', () => {
    agreed(tested({ otherParties: 1 }), true, '2036-03-30' as CivilDate).refused('date-before');
    agreed(tested({ otherParties: 1 }), true, '2036-04-15' as CivilDate).refused('date-in-future');
  });
});

describe('sending it straight to another controller (Art 20(2))', () => {
  const decision = { verb: 'decide-transfer', isFeasible: false, reasons: 'r' } as const;

  it('is decided with reasons wherever the person named who is to have it', () => {
    expect(start().summary.owes).toEqual(['items']);
    expect(start(true).summary.owes).toEqual(['items', 'transfer']);
    expect(start(true).when(decision).then('TransferDecided').summary.owes).toEqual(['items']);
  });

  it('is not decided where the letter of 31 March named nobody: the answer would say “you asked us to send it”', () => {
    start().when(decision).refused('contradicts-facts');
  });

  it('the answer goes to the person, with each item and what was decided', () => {
    const told = tested({}, start(true)).when(decision).when({
      verb: 'answer',
      extent: 'wholly',
      words: 'w',
    });
    expect(told.letters.at(-1)).toMatchObject({
      kind: 'answer',
      recipient: 'requester',
      tells: [{ type: 'ItemTested' }, { type: 'TransferDecided', isFeasible: false }],
    });
  });
});
