import type { StaffList } from '@duly/api-contract';
import type { CaseLife } from '../journeys/case-life.js';
import { month, type EveryStep, type VerbOfPages } from './every-step.js';

const on = '2036-03-31';
const rectification = { rights: ['rectification'] };
const erasure = { rights: ['erasure'] };
const restriction = { rights: ['restriction'] };
const portability = {
  rights: ['portability'],
  recipient: { name: 'Other Power', email: 'data@other-power.example' },
};
const decision = { rights: ['adm_22c'] };
const goesOn = { state: 'Open', date: month } as const;

const exemption = {
  exemption: 'legal_professional_privilege',
  words: 'Two letters of 3 March.',
  reasons: 'They give advice about the claim.',
  isTold: true,
};
const item = {
  words: 'Calls with your flatmate.',
  basis: 'contract',
  isAutomated: true,
  origin: 'provided',
  harmsOthers: false,
  otherParties: 1,
};

async function groundJudged(life: CaseLife): Promise<undefined> {
  await life.give('judge-erasure-ground', { ground: 'unlawful', applies: true, reasons: 'Nobody agreed.' });
  await life.happens('ErasureGroundJudged');
}
async function recipientNamed(life: CaseLife): Promise<undefined> {
  await life.give('restrict', { ground: 'needed_for_claims', words: 'The entry.', on });
  await life.give('name-recipient', { words: 'Zebedee Credit Agency Ltd' });
  await life.happens('RecipientNamed');
}
async function intervened(life: CaseLife): Promise<undefined> {
  const { staff } = await life.handler.read<StaffList>('/v1/staff?limit=200');
  const idOf = (name: string) => staff.find(one => one.name === name)?.id;
  const [reviewer, configuredBy] = [idOf('Anneke Prasad'), idOf('Hamish Grant')];
  const look = { reviewer, configuredBy, on, words: 'The form.', reasons: 'Ten years in housing.' };
  await life.give('record-intervention', look);
  await life.happens('PersonIntervened');
}

/** What is found, judged, corrected, erased, restricted, weighed and told to those who have the data. */
export const stepsOfTheData = {
  'record-search': { ...goesOn, tells: 'SearchRecorded' },
  'record-particulars': {
    ...goesOn,
    choose: { 'Do we use data about the person at all?': 'Yes' },
    tells: 'ParticularsRecorded',
  },
  'review-other-person': {
    ...goesOn,
    choose: { 'What becomes of it?': 'It is taken out' },
    tells: 'OtherPersonReviewed',
  },
  'find-no-other-person': { ...goesOn, tells: 'NoOtherPersonFound' },
  'apply-exemption': {
    ...goesOn,
    choose: {
      'Which exemption?': 'Legal professional privilege (DPA 2018 Sch 2 para 19)',
      'Is the person told of it?': 'Yes',
    },
    tells: 'ExemptionApplied',
  },
  'review-exemption': {
    ...goesOn,
    by: 'Hamish Grant',
    before: async life => {
      await life.give('apply-exemption', exemption);
      await life.happens('ExemptionApplied');
      return undefined;
    },
    choose: { 'Do you agree?': 'Yes' },
    tells: 'ExemptionReviewed',
  },
  'test-item': {
    ...goesOn,
    opened: portability,
    choose: {
      'On what basis?': 'Contract',
      'Is it processed by machine?': 'Yes',
      'Where does it come from?': 'The person gave it',
      'Would sending it harm others?': 'Yes',
    },
    write: { 'How many others': '1' },
    tells: 'ItemTested',
  },
  'record-agreement': {
    ...goesOn,
    opened: portability,
    before: async life => {
      await life.give('test-item', item);
      await life.happens('ItemTested');
      return undefined;
    },
    choose: { 'Do they agree?': 'Yes' },
    write: { 'Which of the others is it?': '1' },
    tells: 'AgreementRecorded',
  },
  'decide-transfer': {
    ...goesOn,
    opened: portability,
    choose: { 'Can the data be sent straight to the other controller?': 'Yes' },
    tells: 'TransferDecided',
  },
  'record-finding': {
    ...goesOn,
    opened: rectification,
    choose: { 'What did you find?': 'It is wrong' },
    tells: 'FindingRecorded',
  },
  'record-correction': {
    ...goesOn,
    opened: rectification,
    before: async life => {
      await life.give('record-finding', { finding: 'inaccurate', words: 'The date.', reasons: 'The deed.' });
      await life.happens('FindingRecorded');
      return undefined;
    },
    choose: { 'How was it put right?': 'The data was corrected' },
    tells: 'CorrectionMade',
  },
  'judge-erasure-ground': {
    ...goesOn,
    opened: erasure,
    choose: { 'On what ground?': 'It was used unlawfully', 'Does it apply?': 'Yes' },
    tells: 'ErasureGroundJudged',
  },
  'judge-erasure-exception': {
    ...goesOn,
    opened: erasure,
    choose: { 'Which exception?': 'Legal claims', 'Does it apply?': 'No' },
    tells: 'ErasureExceptionJudged',
  },
  'carry-out-erasure': {
    ...goesOn,
    opened: erasure,
    before: groundJudged,
    choose: { 'Had the data been made public?': 'No' },
    tells: 'DataErased',
  },
  'record-public-steps': {
    ...goesOn,
    opened: erasure,
    before: async life => {
      await groundJudged(life);
      await life.give('carry-out-erasure', { words: 'The page.', backups: 'In May.', wasPublic: true, on });
      await life.happens('DataErased');
      return undefined;
    },
    tells: 'PublicStepsRecorded',
  },
  restrict: {
    ...goesOn,
    opened: restriction,
    choose: { 'On what ground?': 'The person needs it for a legal claim' },
    tells: 'DataRestricted',
  },
  'lift-restriction': {
    ...goesOn,
    opened: restriction,
    before: async life => {
      await life.give('restrict', { ground: 'needed_for_claims', words: 'The entry.', on });
      await life.happens('DataRestricted');
      return undefined;
    },
    tells: 'RestrictionLifted',
  },
  'weigh-objection': {
    ...goesOn,
    opened: { rights: ['objection'] },
    choose: {
      'What does the use of the data rest on?': 'Legitimate interests',
      'Do compelling grounds weigh more': 'No',
      'Is the data needed for legal claims?': 'No',
    },
    tells: 'ObjectionWeighed',
  },
  'stop-processing': {
    ...goesOn,
    opened: { rights: ['objection'] },
    before: async life => {
      const answers = { basis: 'legitimate-interests', compellingGrounds: false, legalClaims: false };
      await life.give('weigh-objection', { ...answers, words: 'Her peace.', reasons: 'It weighs more.' });
      await life.happens('ObjectionWeighed');
      return undefined;
    },
    tells: 'ProcessingStopped',
  },
  'pass-on-objection': {
    ...goesOn,
    opened: { rights: ['objection_direct_marketing'] },
    tells: 'ObjectionPassedOn',
  },
  'explain-decision': { ...goesOn, opened: decision, tells: 'DecisionExplained' },
  'record-representations': {
    ...goesOn,
    opened: decision,
    choose: { 'Does the person contest the decision?': 'Yes' },
    tells: 'RepresentationsRecorded',
  },
  'record-intervention': {
    ...goesOn,
    opened: decision,
    choose: { 'Who looked at the decision?': 'Anneke Prasad', 'Who took the decision': 'Hamish Grant' },
    tells: 'PersonIntervened',
  },
  'decide-again': {
    ...goesOn,
    opened: decision,
    before: intervened,
    choose: { 'What came of it?': 'It is changed' },
    tells: 'DecidedAgain',
  },
  'name-recipient': { ...goesOn, opened: rectification, tells: 'RecipientNamed' },
  'record-no-recipients': { ...goesOn, opened: rectification, tells: 'NoRecipientsRecorded' },
  'record-recipient-outcome': {
    ...goesOn,
    opened: restriction,
    before: recipientNamed,
    choose: { 'What came of it?': 'It is impossible to tell them' },
    tells: 'RecipientOutcomeRecorded',
  },
  'disclose-recipients': {
    ...goesOn,
    opened: restriction,
    before: recipientNamed,
    tells: 'RecipientsDisclosureDecided',
  },
} as const satisfies Partial<Record<VerbOfPages, EveryStep>>;
