import { readDay, readInstant, type CivilDate } from '@duly/law';
import { received, type Given, type Told } from '../../case.given.js';
import { londonDateAt } from '../../instants.js';
import { untoldReminders } from './reminders.js';

const on = '2036-04-14' as CivilDate;
/** A restriction asked for on 31 March 2036, carried out on 14 April. */
const start = (): Told =>
  received({ on: '2036-03-31', right: 'restriction', settings: { duties: 'required' } })
    .on('2036-04-14')
    .when({ verb: 'restrict', ground: 'needed_for_claims', words: 'w', on, heldBy: [] });
const name: Given = { verb: 'name-recipient', words: 'Example Credit Agency Ltd' };
const outcome = (told: Told, more: object = {}): Given => ({
  verb: 'record-recipient-outcome',
  recipient: told.number('RecipientNamed'),
  outcome: 'told',
  on,
  ...more,
});
const answer: Given = { verb: 'answer', extent: 'wholly', words: 'w' };

describe('those who have the data (R45, UK GDPR Art 19)', () => {
  it('are owed word only once something was corrected, erased or restricted', () => {
    const before = received({ on: '2036-03-31', right: 'restriction' }).on('2036-04-14');
    expect(before.summary.owes).toEqual(['restriction']);
    expect(start().summary.owes).toEqual(['recipients']);
  });

  it('have a task each, which its outcome ends', () => {
    const two = start().when(name).when(name).then('RecipientNamed');
    expect(two.tasks).toEqual(['assess', 'tell-recipient', 'tell-recipient']);
    expect(two.summary.owes).toEqual(['recipients']);
    const one = two.when(outcome(two)).then('RecipientOutcomeRecorded');
    expect(one.tasks).toEqual(['assess', 'tell-recipient']);
    expect(one.summary.owes).toEqual(['recipients']);
    const first = one.file.events.find(({ type }) => type === 'RecipientNamed');
    const both = one.when(outcome(one, { recipient: first?.number }));
    expect([both.tasks, both.summary.owes]).toEqual([['assess'], []]);
  });

  it('are left untold only where that is impossible or disproportionate, with reasons', () => {
    const told = start().when(name);
    for (const why of ['impossible', 'disproportionate']) {
      told.when(outcome(told, { outcome: why })).refused('reasons-missing');
      const left = told.when(outcome(told, { outcome: why, reasons: 'r' }));
      expect(left.then('RecipientOutcomeRecorded').summary.owes).toEqual([]);
    }
  });

  it('are told of what has been done: not before it, and of each measure anew', () => {
    const early = received({ on: '2036-03-31', right: 'restriction' }).on('2036-04-02').when(name);
    early.when(outcome(early, { on: '2036-04-02' })).refused('not-on-record');
    const named = start().when(name);
    named.when(outcome(named, { on: '2036-04-13' })).refused('date-before');
    const told = named.when(outcome(named));
    expect([told.tasks, told.summary.owes]).toEqual([['assess'], []]);
    const again = told
      .on('2036-04-16')
      .when({ verb: 'restrict', ground: 'accuracy_contested', words: 'w', on, heldBy: [] });
    expect([again.tasks, again.summary.owes]).toEqual([['assess', 'tell-recipient'], ['recipients']]);
    const anew = again.when(outcome(again, { on: '2036-04-15' }));
    expect([anew.tasks, anew.summary.owes]).toEqual([['assess'], []]);
  });

  it('that cannot be told stay so when more is done', () => {
    const named = start().when(name);
    const left = named.when(outcome(named, { outcome: 'impossible', reasons: 'r' }));
    const more = left.when({ verb: 'restrict', ground: 'accuracy_contested', words: 'w', on, heldBy: [] });
    expect([more.tasks, more.summary.owes]).toEqual([['assess'], []]);
  });

  it('who do not know yet stay to be told when the case has closed, until one outcome is recorded', () => {
    const named = start().when(name);
    const closed = named.when({ verb: 'answer', extent: 'wholly', words: 'w', despite: 'r' });
    expect([closed.summary.outcome, closed.tasks]).toEqual(['answered', ['tell-recipient']]);
    const told = closed.on('2036-06-10').when(outcome(closed, { on: '2036-06-10' }));
    expect(told.then('RecipientOutcomeRecorded').tasks).toEqual([]);
    expect(told.summary).toMatchObject({ outcome: 'answered', closedOn: '2036-04-14', inTime: true });
  });

  it('who were not told are reminded of: after 10 working days the handler, after 20 the manager, also of a closed case', () => {
    const reminders = (told: Told) =>
      told.letters
        .filter(({ kind }) => kind === 'recipients-untold')
        .map(
          ({ recipient, notBefore = '' }) => `${recipient} ${londonDateAt(readInstant(notBefore, readDay)!)}`,
        );
    const pair = ['handler 2036-04-28', 'manager 2036-05-13'];
    // Named on Easter Monday, 14 April; 5 May is a public holiday too.
    const named = start().when(name);
    expect(reminders(named)).toEqual(pair);
    expect(reminders(named.when(name))).toEqual(pair);
    const closed = named.when({ verb: 'answer', extent: 'wholly', words: 'w', despite: 'r' });
    expect(reminders(closed)).toEqual(pair);
    const before = received({ on: '2036-03-31', right: 'restriction' }).on('2036-04-02').when(name);
    expect(reminders(before)).toEqual([]);
    const measure: Given = { verb: 'restrict', ground: 'needed_for_claims', words: 'w', on, heldBy: [] };
    expect(reminders(before.on('2036-04-14').when(measure))).toEqual(pair);
  });

  it('who were told are reminded of again only where more was done since, or the record was taken back', () => {
    const kinds = (told: Told) => told.letters.filter(({ kind }) => kind === 'recipients-untold').length;
    const named = start().when(name);
    const told = named.when(outcome(named)).on('2036-04-16');
    expect(kinds(told)).toBe(2);
    const more: Given = { verb: 'restrict', ground: 'accuracy_contested', words: 'w', on, heldBy: [] };
    expect(kinds(told.when(more))).toBe(4);
    const mistaken = told.number('RecipientOutcomeRecorded');
    expect(kinds(told.when({ verb: 'take-back', record: mistaken, reasons: 'r' }))).toBe(4);
  });

  it('have no reminders in a case that began before there were any', () => {
    const { tellRecipientsWithin: _none, ...settings } = start().file.opening.settings;
    const named = start().when(name);
    const old = { ...named.file, opening: { ...named.file.opening, settings } };
    expect(named.file.events.flatMap(event => untoldReminders(old, event))).toEqual([]);
  });

  it('are nobody’s work once a case has closed in which nothing was done', () => {
    const named = received({ on: '2036-03-31', right: 'restriction' }).on('2036-04-02').when(name);
    const closed = named.when({ verb: 'withdraw', words: 'w', on: '2036-04-02' as CivilDate });
    expect(closed.tasks).toEqual([]);
    const later = closed.on('2036-04-20');
    later.when(name).refused('not-on-record');
    later.when({ verb: 'record-no-recipients', reasons: 'r' }).refused('not-on-record');
    expect(later.when(name).tasks).toEqual([]);
  });

  it('hold up an answer, also one to a part, unless it says why', () => {
    start().when(answer).refused('duties-open');
    start().when({ verb: 'answer', extent: 'partly', words: 'w' }).refused('duties-open');
    start()
      .when({ verb: 'answer', extent: 'wholly', words: 'w', despite: 'r' })
      .then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });

  it('are told to the person who asks, in a letter that holds each of them', () => {
    start().when({ verb: 'disclose-recipients', on }).refused('not-on-record');
    const told = start().when(name).when(name).when({ verb: 'disclose-recipients', on });
    told.then('RecipientsDisclosureDecided', 'NoticeGiven');
    const letter = told.letters.at(-1);
    expect(letter).toMatchObject({ kind: 'recipients', recipient: 'requester', level: 'case' });
    expect(letter?.tells?.map(({ type }) => type)).toEqual([
      'RecipientNamed',
      'RecipientNamed',
      'RecipientsDisclosureDecided',
    ]);
  });

  it('cannot be none where one is named, nor told before the request', () => {
    start().when(name).when({ verb: 'record-no-recipients', reasons: 'r' }).refused('contradicts-facts');
    const told = start().when(name);
    told.when(outcome(told, { on: '2036-03-30' })).refused('date-before');
    told.when(outcome(told, { on: '2036-04-15' })).refused('date-in-future');
    told.when(outcome(told, { recipient: 1 })).refused('not-on-record');
  });
});
