import { agent, ofCase } from './people.given.js';

const whole = { ...ofCase, extent: 'wholly' } as const;

/** Answers that tell what the duties of their right have put on record. */
export const answersOfDuties = {
  rectification: {
    ...whole,
    right: 'rectification',
    whatWeDid: 'We checked the two entries that you wrote about.',
    record: {
      corrections: [
        { how: 'corrected', what: 'You moved in on 1 March 2024.' },
        { how: 'completed', what: 'You lived there with your son.' },
        { how: 'statement-added', what: 'Ann Lee says that she paid the rent in cash.' },
        { how: 'marked-as-opinion', what: 'The house seemed untidy.' },
      ],
      recipients: { told: 2, untold: 0, toBeTold: 0 },
    },
  },
  erasure: {
    ...whole,
    right: 'erasure',
    whatWeDid: 'We looked at each of the grounds in the law. One of them applies.',
    record: {
      erased: [
        {
          what: 'Your rent account and the notes of your visits.',
          backups: 'They are kept for 35 days. Nobody reads them. Then they are written over.',
        },
      ],
      publicSteps: ['We asked two search engines to drop the page.'],
      recipients: { told: 1, untold: 0, toBeTold: 0, names: ['Example Credit Agency Ltd'] },
    },
  },
  restriction: {
    ...whole,
    right: 'restriction',
    whatWeDid: 'We did as you asked.',
    record: {
      restrictions: [
        { ground: 'needed_for_claims', what: 'The films of 3 March. They are locked away.' },
        { ground: 'accuracy_contested', what: 'Your entry in the list of tenants.' },
        { ground: 'unlawful_but_not_erased', what: 'The copy of your passport.' },
        { ground: 'objection_pending', what: 'The notes of your visits.' },
      ],
      recipients: {
        told: 1,
        untold: 1,
        toBeTold: 0,
        names: ['Example Credit Agency Ltd', 'Those at the meeting of 2019'],
      },
    },
  },
  'erasure-for-another': {
    ...whole,
    ...agent,
    right: 'erasure',
    whatWeDid: 'We deleted the account.',
    record: { erased: [{ what: 'The account.', backups: 'They are written over after 35 days.' }] },
  },
  'restriction-for-another': {
    ...whole,
    ...agent,
    right: 'restriction',
    whatWeDid: 'We did as you asked.',
    record: { restrictions: [{ ground: 'needed_for_claims', what: 'The films of 3 March.' }] },
  },
  'erasure-not-told-yet': {
    ...whole,
    right: 'erasure',
    whatWeDid: 'We deleted your account.',
    record: {
      erased: [{ what: 'Your account.', backups: 'They are written over after 35 days.' }],
      recipients: { told: 0, untold: 0, toBeTold: 2 },
    },
  },
  'erasure-told-in-part': {
    ...whole,
    right: 'erasure',
    whatWeDid: 'We deleted your account.',
    record: {
      erased: [{ what: 'Your account.', backups: 'They are written over after 35 days.' }],
      recipients: { told: 1, untold: 1, toBeTold: 1 },
    },
  },
  'restriction-nobody-can-be-told': {
    ...whole,
    right: 'restriction',
    whatWeDid: 'We did as you asked.',
    record: {
      restrictions: [{ ground: 'needed_for_claims', what: 'The films of 3 March.' }],
      recipients: { told: 0, untold: 1, toBeTold: 0 },
    },
  },
  objection: {
    ...whole,
    right: 'objection',
    whatWeDid: 'We weighed what you told us, and agree with you.',
    record: {
      stopped: ['The camera no longer films your gate.'],
      recipients: { told: 0, untold: 0, toBeTold: 0 },
    },
  },
  'automated-decision': {
    ...whole,
    right: 'adm_22c',
    whatWeDid: 'We looked again at your place on the list.',
    record: {
      decision: {
        information: 'A computer put you in band 3. It counted the rooms that you have.',
        outcome: 'changed',
        reasons: 'Your doctor says that you need a home without stairs. You are now in band 1.',
      },
    },
  },
  'automated-decision-stands': {
    ...whole,
    right: 'adm_22c',
    whatWeDid: 'We looked again at your place on the list.',
    record: { decision: { outcome: 'stands', reasons: 'The rooms were counted as the rules say.' } },
  },
} as const;

/** The letters that belong to one duty. */
export const lettersOfDuties = {
  recipients: {
    asked: {
      ...ofCase,
      right: 'rectification',
      recipients: [
        { name: 'Example Credit Agency Ltd', outcome: 'told' },
        { name: 'Old Bank plc', outcome: 'impossible' },
        { name: 'Those at the meeting of 2019', outcome: 'disproportionate' },
        { name: 'Example Housing Trust' },
      ],
    },
    none: { ...ofCase, right: 'erasure', recipients: [] },
  },
  'restriction-lifting': {
    checked: {
      ...ofCase,
      right: 'rectification',
      what: 'Your entry in the list of tenants.',
      reasons: 'We have checked it. It is right now.',
    },
  },
  'decision-explained': {
    band: {
      ...ofCase,
      right: 'adm_22c',
      information: 'You are in band 3 of the list. The computer counted the rooms that you have.',
    },
    'for-another': {
      ...ofCase,
      ...agent,
      right: 'adm_22c',
      information: 'Ann Lee is in band 3 of the list. The computer counted her rooms.',
    },
  },
} as const;
