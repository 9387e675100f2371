import { toCivilDate } from '@duly/law';
import type { LetterData } from './index.js';
import { agent, ofCase } from './people.given.js';

/** Answers to access and portability: the data itself, and what is said of it. */
export const answersOfData = {
  'access-with-particulars': {
    ...ofCase,
    extent: 'wholly',
    whatWeDid: 'You will find a copy of what we hold with this letter.',
    particulars: {
      isProcessed: true,
      purposes: 'To let and repair our homes.',
      dataCategories: 'Names, homes, rent and repairs.',
      disclosedTo: 'The firm that does our repairs.',
      keptFor: 'Six years after you move out.',
      none: ['obtainedFrom', 'transfersAbroad'],
      automatedDecisions: 'A machine sorts who waits for a home by how long they wait. A person checks it.',
    },
    leavesOutOthers: true,
    exemptions: [{ exemption: 'legal_professional_privilege', covers: 'Two letters of 3 March.' }],
  },
  'access-by-link': {
    ...ofCase,
    extent: 'wholly',
    whatWeDid: 'We made a copy of what we hold.',
    disclosure: {
      way: 'link',
      url: 'https://rights.council.example/d/x7Yk',
      until: toCivilDate('2026-07-15'),
      uses: 3,
      codeBy: 'phone',
      hasPassword: false,
    },
  },
  'access-by-post': {
    ...ofCase,
    extent: 'wholly',
    whatWeDid: 'We made a copy of what we hold.',
    disclosure: { way: 'post', hasPassword: true },
  },
  'access-for-another': {
    ...ofCase,
    ...agent,
    extent: 'wholly',
    whatWeDid: 'You will find a copy of what we hold with this letter.',
    particulars: {
      isProcessed: true,
      purposes: 'To let and repair our homes.',
      dataCategories: 'Names, homes, rent and repairs.',
      disclosedTo: 'The firm that does our repairs.',
      keptFor: 'Six years after the tenant moves out.',
      none: ['obtainedFrom', 'automatedDecisions', 'transfersAbroad'],
    },
  },
  'access-as-recorded-before': {
    ...ofCase,
    extent: 'wholly',
    whatWeDid: 'You will find a copy of what we hold with this letter.',
    particulars: {
      isProcessed: true,
      purposes: 'To let and repair our homes.',
      dataCategories: 'Names, homes, rent and repairs.',
      disclosedTo: 'The firm that does our repairs.',
      keptFor: 'Six years after you move out.',
    },
  },
  'access-to-nothing-for-another': {
    ...ofCase,
    ...agent,
    extent: 'wholly',
    whatWeDid: 'We looked in all our systems for the name and the home.',
    particulars: { isProcessed: false },
  },
  'portability-for-another': {
    ...ofCase,
    ...agent,
    right: 'portability',
    extent: 'wholly',
    whatWeDid: 'We looked at each part of the data.',
    portable: {
      items: [
        { item: 'What the meter read each day.', whyNot: [] },
        {
          item: 'How we rate her as a payer.',
          whyNot: ['not_provided_by_person', 'neither_consent_nor_contract'],
        },
      ],
      asksForAccessToo: true,
    },
  },
  'access-to-recipient': {
    ...ofCase,
    addressee: 'Lee & Co',
    actingFor: 'Ann Lee',
    onlyReceives: true,
    extent: 'wholly',
    whatWeDid: 'A copy of what we hold comes with this letter.',
  },
  'access-to-nothing': {
    ...ofCase,
    extent: 'wholly',
    whatWeDid: 'We looked in all our systems for your name and your home.',
    particulars: { isProcessed: false },
  },
  portability: {
    ...ofCase,
    right: 'portability',
    extent: 'wholly',
    whatWeDid: 'We looked at each part of your data.',
    portable: {
      items: [
        { item: 'What your meter read each day.', whyNot: [] },
        { item: 'How we rate you as a payer.', whyNot: ['not_provided_by_person'] },
        { item: 'Your calls with your flatmate.', whyNot: ['others-have-not-agreed'] },
      ],
      asksForAccessToo: false,
    },
    transfer: { isFeasible: false, reasons: 'The other firm has no safe way to take files from us.' },
  },
  'portability-and-access': {
    ...ofCase,
    right: 'portability',
    extent: 'wholly',
    whatWeDid: 'We looked at each part of your data.',
    portable: {
      items: [{ item: 'Old notes on paper.', whyNot: ['not_automated', 'neither_consent_nor_contract'] }],
      asksForAccessToo: true,
    },
    transfer: { isFeasible: true, reasons: 'You named a firm that takes the same files.' },
  },
  'partly-in-one-text': {
    ...ofCase,
    right: 'objection_direct_marketing',
    extent: 'partly',
    whatWeDid: 'We stopped all post. We could not reach one partner yet, and go on trying.',
  },
} satisfies Readonly<Record<string, LetterData['answer']>>;
