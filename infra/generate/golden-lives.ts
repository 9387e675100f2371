import { answered } from '../demo/lives/answered.js';
import { extended } from '../demo/lives/extended.js';
import { fee } from '../demo/lives/fee.js';
import { identity } from '../demo/lives/identity.js';
import { refused } from '../demo/lives/refused.js';
import type { Life } from '../demo/life.js';

/** A life whose history is kept: what a later worker must still live through in the same way. */
export interface GoldenLife {
  readonly request: object;
  readonly tell: (life: Life) => Promise<void>;
}

const requestOf = (name: string, changes: object = {}): object => ({
  rights: ['access'],
  channel: 'email',
  receivedOn: '2036-03-31',
  words: 'Please send me what you hold about me.',
  subject: { name, email: `${name.toLowerCase().replace(' ', '.')}@people.example` },
  ...changes,
});

const begins = (life: Life) => life.comes('The request is opened', '2036-03-31', 'NoticeGiven');

async function isAnswered(life: Life, on: string, more: object = {}): Promise<void> {
  await life.windTo(on);
  await life.give('answer', { extent: 'wholly', words: 'What we hold comes with this letter.', ...more });
  await life.comes('It is answered', on, 'RequestAnswered');
}

async function asksForIdentity(life: Life, on: string): Promise<void> {
  await life.windTo(on);
  await life.giveToRequest('ask-for-identity', {
    doubts: 'The address is not the one we hold.',
    words: 'a copy of a council tax bill',
  });
  await life.comes('Identity is asked for', on, 'IdentityRequested');
}

/** R25: asked for so late that the month may not wait for it. */
const identityLate: GoldenLife = {
  request: requestOf('Fenella Marsh'),
  tell: async life => {
    await begins(life);
    await asksForIdentity(life, '2036-04-25');
    await life.windTo('2036-04-29');
    await life.giveToRequest('record-identity', { on: '2036-04-29' });
    await life.giveToRequest('judge-identity', { sufficient: true });
    await life.comes('The papers suffice', '2036-04-29', 'IdentityConfirmed');
    await isAnswered(life, '2036-05-20');
  },
};

const clarified: GoldenLife = {
  request: requestOf('Gideon Ashworth'),
  tell: async life => {
    await begins(life);
    await life.windTo('2036-04-03');
    await life.give('ask-for-clarification', {
      words: 'Which of our services did you deal with?',
      reasons: 'We hold records of this name in eleven services.',
    });
    await life.comes('Clarification is asked for', '2036-04-03', 'ClarificationRequested');
    await life.windTo('2036-04-09');
    await life.give('record-clarification', { on: '2036-04-09', words: 'Only the library.' });
    await life.comes('It comes', '2036-04-09', 'ClarificationReceived');
    await isAnswered(life, '2036-05-02');
  },
};

const withdrawn: GoldenLife = {
  request: requestOf('Honor Delacroix', { rights: ['objection'] }),
  tell: async life => {
    await begins(life);
    await life.windTo('2036-04-15');
    await life.give('withdraw', { on: '2036-04-15', words: 'I no longer object.' });
    await life.comes('It is withdrawn', '2036-04-15', 'NoticeGiven');
  },
};

/** R24: nothing comes; a reminder, a warning, and then a person decides. */
const abandoned: GoldenLife = {
  request: requestOf('Ivor Pettigrew', { rights: ['rectification'] }),
  tell: async life => {
    await begins(life);
    await asksForIdentity(life, '2036-04-02');
    await life.passes('2036-05-05', 'No reply', 'AbandonmentProposed');
    await life.windTo('2036-05-07');
    await life.give('abandon', { reasons: 'Nothing came after the reminder and the warning.' });
    await life.comes('It is closed', '2036-05-07', 'RequestAbandoned');
  },
};

/** The last day ends without an answer: an alarm, then a late answer with its reason. */
const answeredLate: GoldenLife = {
  request: requestOf('Jocasta Bell', { rights: ['portability'] }),
  tell: async life => {
    await begins(life);
    await life.passes('2036-05-02', 'Nobody answers', 'AlarmRaised');
    await isAnswered(life, '2036-05-06', {
      confirmLate: true,
      reasonForLateness: 'The system was being moved to another provider.',
    });
  },
};

const reopened: GoldenLife = {
  request: requestOf('Kester Lindqvist'),
  tell: async life => {
    await begins(life);
    await isAnswered(life, '2036-04-10');
    await life.ends();
    await life.give('reopen', { reasons: 'A folder was left out.' });
    await life.comes('It is reopened', '2036-04-10', 'CaseReopened');
    await isAnswered(life, '2036-04-24');
  },
};

/** By meaning: the name is the file's. */
export const goldenLives: Readonly<Record<string, GoldenLife>> = {
  'answered-in-time': answered,
  'answered-late': answeredLate,
  identity,
  'identity-late': identityLate,
  fee,
  clarified,
  extended,
  refused,
  withdrawn,
  abandoned,
  reopened,
};
