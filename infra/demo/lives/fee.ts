import { expectDays, expectLetters, type Telling } from './telling.js';

export const fee: Telling = {
  title: 'A manifestly excessive request, with a fee',
  request: {
    rights: ['access'],
    channel: 'post',
    receivedOn: '2036-03-31',
    words: 'For the ninth time this year I ask for every e-mail in which my street is named.',
    subject: { name: 'Cornelius Vane', email: 'c.vane@people.example' },
  },
  tell: async life => {
    await life.comes('A letter arrives by post; Harriet opens the request', '2036-03-31', 'NoticeGiven');
    await life.windTo('2036-04-04');
    await life.give('assess-request', {
      finding: 'manifestly-excessive',
      factors: [
        { factor: 'repeats', words: 'Eight requests in the same words, each answered in full this year.' },
      ],
      reasons: 'Nothing has changed since the last answer, of 20 March.',
    });
    await life.give('ask-for-fee', {
      basis: '12(5)',
      amountPence: 4_500,
      assessment: 'manifestly-excessive',
      reasons:
        'It repeats eight requests of this year, each answered in full, and nothing has changed since the last.',
    });
    const asked = await life.comes('Harriet asks for a fee', '2036-04-04', 'FeeRequested');
    life.expects(
      'while the fee is awaited there is no due date (R23)',
      [asked.state, asked.dueDate],
      ['AWAITING_FEE', null],
    );
    await life.passes('2036-04-19', 'No reply; time passes', 'ReminderDue');
    await life.windTo('2036-04-24');
    await life.give('record-fee', { on: '2036-04-24' });
    const paid = await life.comes('The fee is paid', '2036-04-24', 'FeePaid');
    life.expects(
      'a month from the payment ends on Saturday 24 May; the Monday is a holiday, so Tuesday 27 May (R23, R19)',
      paid.dueDate,
      '2036-05-27',
    );
    await life.windTo('2036-05-22');
    await life.give('answer', { extent: 'wholly', words: 'The e-mails come with this letter, on paper.' });
    const last = await life.comes('Harriet answers', '2036-05-22', 'RequestAnswered');
    life.expects('answered in time', [last.outcome, last.inTime], ['answered', true]);
    expectLetters(life, ['acknowledgement', 'fee', 'reminder-to-requester', 'answer']);
    expectDays(life, 30);
  },
};
