import { expectDays, expectLetters, type Telling } from './telling.js';

export const extended: Telling = {
  title: 'An extended request: three months instead of one',
  request: {
    rights: ['access'],
    channel: 'email',
    receivedOn: '2036-03-31',
    words: 'I ask for my social care records of the last thirty years.',
    subject: { name: 'Delphine Oyelaran', email: 'delphine@people.example' },
  },
  tell: async life => {
    const first = await life.comes(
      'A letter arrives by e-mail; Harriet opens the request',
      '2036-03-31',
      'NoticeGiven',
    );
    life.expects(
      'an extension must be told by the end of the first month (R13)',
      first.extensionNoticeBy,
      '2036-04-30',
    );
    await life.windTo('2036-04-21');
    await life.give('extend-time', {
      ground: 'complexity',
      reasons: 'The records lie in four systems, one of them on paper, and name many other people.',
    });
    const told = await life.comes('Harriet needs more time', '2036-04-21', 'TimeExtended');
    life.expects(
      'three months from 31 March end on 30 June 2036 (R12)',
      [told.dueDate, told.extension],
      ['2036-06-30', 'in-force'],
    );
    await life.passes('2036-06-26', 'Time passes', 'DueSoon');
    await life.windTo('2036-06-27');
    await life.give('answer', {
      extent: 'wholly',
      words: 'Your records come with this letter, in three parcels.',
    });
    const last = await life.comes('Harriet answers', '2036-06-27', 'RequestAnswered');
    life.expects('answered in time', [last.outcome, last.inTime], ['answered', true]);
    expectLetters(life, ['acknowledgement', 'extension', 'answer']);
    expectDays(life, 80);
  },
};
