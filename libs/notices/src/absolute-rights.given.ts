import { toCivilDate } from '@duly/law';
import type { AbsoluteRightsData } from './data/absolute-rights.js';
import { person, staff } from './people.given.js';

const day = toCivilDate;
const complaint = { ...staff, right: 'complaint' } as const;

/** Letters of complaints, of objections to marketing, and to managers. */
export const absoluteRights: {
  readonly [Kind in keyof AbsoluteRightsData]: Readonly<Record<string, AbsoluteRightsData[Kind]>>;
} = {
  'complaint-acknowledgement': {
    written: { ...person, channel: 'web-form' },
    spoken: {
      ...person,
      addressee: 'Lee & Co',
      actingFor: 'Ann Lee',
      channel: 'telephone',
      wordsNoted: 'You sent my file to my old house.\nI had told you that I moved.',
    },
  },
  'complaint-progress': {
    once: { ...person, howItStands: 'We have asked the team that wrote to you. They will reply next week.' },
  },
  'complaint-outcome': {
    upheld: {
      ...person,
      finding: 'upheld',
      whatWeFound: 'We sent the file to your old house. We have put this right, and we are sorry.',
    },
    'not-upheld-and-late': {
      ...person,
      finding: 'not-upheld',
      whatWeFound: 'The letter you saw was not from us.',
      lateBecause: 'The form went to the wrong team.',
    },
    'partly-upheld': { ...person, finding: 'partly-upheld', whatWeFound: 'One of the two letters was ours.' },
  },
  'progress-due': { quiet: { ...complaint, since: day('2026-06-30') } },
  'marketing-stopped': {
    everywhere: { ...person, dueDate: day('2026-08-03') },
    'by-email-only': { ...person, stopFor: ['email'], dueDate: null },
    'seen-late': { ...person, origin: 'overlooked', dueDate: day('2026-08-03') },
    'for-another': {
      ...person,
      addressee: 'Lee & Co',
      actingFor: 'Ann Lee',
      stopFor: ['email', 'phone', 'post'],
      dueDate: day('2026-08-03'),
    },
  },
  'which-record': {
    asked: { ...person, question: 'At which address or number does our marketing reach you?' },
  },
  'escalation-to-manager': {
    asked: { ...staff, askedBy: 'Harriet Okafor' },
    'by-nobody-known': { ...staff },
  },
  'approval-to-manager': {
    extension: { ...staff, cutOff: day('2026-08-03'), step: 'extend-time' },
    answer: { ...staff, cutOff: day('2026-08-03'), step: 'answer' },
  },
};
