import { CaseLife } from '../journeys/case-life.js';
import { month, type ByLabel, type EveryStep, type VerbOfPages } from './every-step.js';

const on = '2036-03-31';

async function proposed(life: CaseLife): Promise<undefined> {
  await life.give('extend-time', { ground: 'complexity', reasons: 'Four systems must be searched.' });
  await life.happens('StepProposed');
}

/** Another case, whose reference is to be written. */
async function other(life: CaseLife): Promise<{ readonly 'Reference of the other case': string }> {
  const { reference } = await (await CaseLife.open(life.journey)).view();
  return { 'Reference of the other case': reference };
}

/** Notes, approvals, links, what was put right, and how a case begins and ends otherwise; extensions are approved. */
export const stepsOfTheRecord = {
  'add-note': { tells: 'NoteAdded', state: 'Open', date: month },
  escalate: { tells: 'CaseEscalated', state: 'Open', date: month },
  'record-notice-given': {
    opened: { channel: 'post', subject: { name: 'Quillon Marrowbone', postalAddress: '7 Sarsaparilla Row' } },
    begun: 'NoticeNotGiven',
    choose: { 'How was it given?': 'Post' },
    leave: ['If it is late: why?'],
    tells: 'NoticeGiven',
    state: 'Open',
    date: month,
  },
  approve: {
    by: 'Anneke Prasad',
    before: proposed,
    tells: 'TimeExtended',
    state: 'Open',
    date: 'Monday 30 June 2036',
  },
  'decline-approval': {
    by: 'Anneke Prasad',
    before: proposed,
    tells: 'StepDeclined',
    state: 'Open',
    date: month,
  },
  'take-back': {
    before: async life => {
      const reviewed = { words: 'A neighbour.', decision: 'redacted', reasons: 'She was not asked.' };
      await life.give('review-other-person', reviewed);
      await life.happens('OtherPersonReviewed');
      return undefined;
    },
    tells: 'RecordTakenBack',
    state: 'Open',
    date: month,
  },
  'link-case': {
    before: other,
    choose: { 'How do they belong together?': 'The same person' },
    tells: 'CaseLinked',
    state: 'Open',
    date: month,
  },
  'unlink-case': {
    before: async (life): Promise<ByLabel> => {
      const written = await other(life);
      const link = { other: written['Reference of the other case'], because: 'same-person' };
      await life.give('link-case', link);
      await life.happens('CaseLinked');
      return written;
    },
    tells: 'CaseUnlinked',
    state: 'Open',
    date: month,
  },
  reclassify: {
    choose: { 'Which right does the letter use?': 'Erasure' },
    tells: 'CaseReclassified',
    state: 'Closed: it is dealt with as another right',
    date: month,
  },
  reopen: {
    before: async life => {
      await life.give('withdraw', { on, words: 'Please forget about it.' });
      await life.happens('RequestWithdrawn');
      return undefined;
    },
    tells: 'CaseReopened',
    state: 'Open',
    date: month,
  },
  'record-death': { tells: 'SubjectDied', state: 'Closed: the person has died', date: month },
  promote: { as: 'enquiry', begun: 'RequestReceived', tells: 'EnquiryPromoted', state: 'Open', date: month },
  dismiss: {
    as: 'enquiry',
    begun: 'RequestReceived',
    tells: 'EnquiryDismissed',
    state: 'Closed: it was no request',
    date: month,
  },
} as const satisfies Partial<Record<VerbOfPages, EveryStep>>;
