import { expectDays, expectLetters, type Telling } from './telling.js';

export const answered: Telling = {
  title: 'An access request, answered on its last day',
  request: {
    rights: ['access'],
    channel: 'email',
    receivedOn: '2036-03-31',
    words: 'Please send me a copy of everything your housing office holds about me since 2031.',
    subject: { name: 'Amina Rahman', email: 'amina.rahman@people.example' },
  },
  letter: 'answer',
  tell: async life => {
    const first = await life.comes(
      'A letter arrives by e-mail; Harriet opens the request',
      '2036-03-31',
      'NoticeGiven',
    );
    life.expects('a month from 31 March ends on 30 April 2036 (R11)', first.dueDate, '2036-04-30');
    const soon = await life.passes('2036-04-29', 'Time passes', 'DueSoon');
    life.expects('nothing has moved the date', soon.dueDate, '2036-04-30');
    await life.windTo('2036-04-30');
    await life.give('answer', {
      extent: 'wholly',
      words:
        'We searched the housing register, our letters and our e-mails. A copy of all we found comes with this letter.',
    });
    const last = await life.comes('Harriet answers', '2036-04-30', 'RequestAnswered');
    life.expects(
      'answered in time, on the last day',
      [last.outcome, last.inTime, last.closedOn],
      ['answered', true, '2036-04-30'],
    );
    life.expects('nothing is left to do', last.tasks, []);
    expectLetters(life, ['acknowledgement', 'answer']);
    expectDays(life, 30);
  },
};
