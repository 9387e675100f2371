import type { CaseEvent, EventOf, LetterOrder } from '@duly/case';
import { toCivilDate } from '@duly/law';
import type { LetterContext } from '../letter-context.js';
import { answerRecordOf } from './record-told.js';

/** The record of an answer given on 14 April 2036, as its letter tells it. */
function recordTold(...tells: readonly CaseEvent[]): ReturnType<typeof answerRecordOf> {
  const order = { tells } as Partial<LetterOrder>;
  return answerRecordOf({ order, words: (id: string) => id } as LetterContext);
}
const head = {
  run: 1,
  on: toCivilDate('2036-04-14'),
  recordedAt: '2036-04-14T09:00:00Z',
  by: 'staff-1',
  cite: 'UK GDPR Art 19 (R45)',
};
const named = (number: number): EventOf<'RecipientNamed'> => ({
  ...head,
  number,
  type: 'RecipientNamed',
  words: `recipient ${number}`,
});
const outcome = (
  recipient: number,
  became: EventOf<'RecipientOutcomeRecorded'>['outcome'],
): EventOf<'RecipientOutcomeRecorded'> => ({
  ...head,
  number: 10 + recipient,
  type: 'RecipientOutcomeRecorded',
  recipient,
  outcome: became,
});
const asked: EventOf<'RecipientsDisclosureDecided'> = {
  ...head,
  number: 20,
  type: 'RecipientsDisclosureDecided',
};

describe('what an answer says of the recipients (R45, UK GDPR Art 19)', () => {
  it('is nothing where nobody was named, and nobody said that there is none', () => {
    expect(recordTold()).toBeUndefined();
  });

  it('tells those who know, those who cannot be told, and those who are still to be told apart', () => {
    const record = recordTold(
      named(1),
      named(2),
      named(3),
      named(4),
      outcome(1, 'told'),
      outcome(2, 'impossible'),
    );
    expect(record?.recipients).toEqual({ told: 1, untold: 1, toBeTold: 2 });
  });

  it('never says of somebody without an outcome that it cannot be done', () => {
    expect(recordTold(named(1))?.recipients).toEqual({ told: 0, untold: 0, toBeTold: 1 });
  });

  it('names them to a person who has asked', () => {
    const record = recordTold(named(1), outcome(1, 'told'), asked);
    expect(record?.recipients).toEqual({ told: 1, untold: 0, toBeTold: 0, names: ['recipient 1'] });
  });
});
