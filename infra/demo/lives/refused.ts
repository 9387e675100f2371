import { expectDays, expectLetters, type Telling } from './telling.js';

export const refused: Telling = {
  title: 'A refusal, with its reasons and the ways to complain',
  request: {
    rights: ['erasure'],
    channel: 'email',
    receivedOn: '2036-03-31',
    words: 'Delete the record of my planning application.',
    subject: { name: 'Edmund Farrow', email: 'edmund.farrow@people.example' },
  },
  letter: 'refusal',
  tell: async life => {
    const first = await life.comes(
      'A letter arrives by e-mail; Harriet opens the request',
      '2036-03-31',
      'NoticeGiven',
    );
    life.expects('a refusal too has to be told within the month (R31)', first.dueDate, '2036-04-30');
    await life.passes('2036-04-24', 'Time passes', 'DueSoon');
    await life.windTo('2036-04-30');
    const ground = { ground: 'consent_withdrawn', applies: true, reasons: 'He no longer agrees.' };
    await life.give('judge-erasure-ground', ground);
    await life.give('judge-erasure-exception', {
      exception: 'legal_obligation_or_public_task',
      applies: true,
      extent: 'wholly',
      reasons: 'The planning Acts want the register kept.',
    });
    await life.give('refuse', {
      extent: 'wholly',
      ground: 'right-does-not-apply',
      reasons:
        'The law obliges us to keep the register of planning applications open to everybody, so this record cannot be erased.',
    });
    const last = await life.comes('Harriet refuses', '2036-04-30', 'RequestRefused');
    life.expects(
      'refused in time',
      [last.outcome, last.inTime, last.closedOn],
      ['refused', true, '2036-04-30'],
    );
    const letter = life.letters.find(({ row }) => row.kind === 'refusal')?.caught?.text ?? '';
    life.expects(
      'the letter names the ways to complain, the courts among them',
      [/complain/i.test(letter), /court/i.test(letter)],
      [true, true],
    );
    expectLetters(life, ['acknowledgement', 'refusal']);
    expectDays(life, 30);
  },
};
