import { expectDays, expectLetters, type Telling } from './telling.js';

export const identity: Telling = {
  title: 'An identity pause: the month begins when the papers arrive',
  request: {
    rights: ['access'],
    channel: 'web-form',
    receivedOn: '2036-03-31',
    words: 'I want to see my council tax file.',
    subject: { name: 'Bartholomew Quill', email: 'b.quill@people.example' },
  },
  tell: async life => {
    await life.comes('A form arrives; Harriet opens the request', '2036-03-31', 'NoticeGiven');
    await life.windTo('2036-04-02');
    await life.giveToRequest('ask-for-identity', {
      doubts: 'The e-mail address is not the one in the file, and the name is spelt in another way.',
      words: 'a copy of your latest council tax bill, with the amounts covered if you like',
    });
    const asked = await life.comes('Harriet has reasonable doubts', '2036-04-02', 'IdentityRequested');
    life.expects(
      'while the papers are awaited there is no due date (R21)',
      [asked.state, asked.dueDate],
      ['AWAITING_ID', null],
    );
    await life.passes('2036-04-17', 'No reply; time passes', 'ReminderDue');
    await life.windTo('2036-04-21');
    await life.giveToRequest('record-identity', { on: '2036-04-21' });
    const came = await life.comes('The papers arrive', '2036-04-21', 'IdentityReceived');
    life.expects('while they are looked at the clock counts from their arrival', came.dueDate, '2036-05-21');
    await life.windTo('2036-04-23');
    await life.giveToRequest('judge-identity', { sufficient: true });
    const judged = await life.comes('Harriet looks at them', '2036-04-23', 'IdentityConfirmed');
    life.expects('the month runs from 21 April, not from 31 March (R21)', judged.dueDate, '2036-05-21');
    await life.windTo('2036-05-19');
    await life.give('answer', { extent: 'wholly', words: 'Your council tax file comes with this letter.' });
    const last = await life.comes('Harriet answers', '2036-05-19', 'RequestAnswered');
    life.expects('answered in time', [last.outcome, last.inTime], ['answered', true]);
    expectLetters(life, ['acknowledgement', 'identity', 'reminder-to-requester', 'answer']);
    expectDays(life, 30);
  },
};
