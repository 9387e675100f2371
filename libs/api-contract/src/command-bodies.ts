import {
  authorities,
  completedByNote,
  extensionGrounds,
  extents,
  feeAssessments,
  feeBases,
  refusalGrounds,
  waysGiven,
  type CommandOf,
  type Verb,
  type WordsFieldName,
} from '@duly/case';
import { z } from 'zod';
import { among, commanded, happened, ofCase } from './command-parts.js';
import { competenceBodies, competenceWords } from './duties/competence.js';
import { enquiryBodies, enquiryWords } from './duties/enquiry.js';
import { takingBackBodies, takingBackWords } from './duties/taking-back.js';
import { escalationBodies, escalationWords } from './duties/escalation.js';
import { linkingBodies, linkingWords } from './duties/linking.js';
import { rarerEndBodies, rarerEndWords } from './duties/rarer-ends.js';
import { correctionBodies, correctionWords } from './duties/correction.js';
import { decisionBodies, decisionWords } from './duties/decision.js';
import { erasureBodies, erasureWords } from './duties/erasure.js';
import { recipientBodies, recipientWords } from './duties/recipients.js';
import { restrictionBodies, restrictionWords } from './duties/restriction.js';
import { weighingBodies, weighingWords } from './duties/weighing.js';
import { assessmentBodies, assessmentWords } from './duties/assessment.js';
import { complaintBodies, complaintWords } from './duties/complaint.js';
import { amountPence, feesBodies, feesWords } from './duties/fees.js';
import { marketingBodies, marketingWords } from './duties/marketing.js';
import { exemptionBodies, exemptionWords } from './duties/exemptions.js';
import { particularsBodies, particularsWords } from './duties/particulars.js';
import { othersBodies, othersWords } from './duties/others.js';
import { peopleBodies, peopleWords } from './duties/people.js';
import { portabilityBodies, portabilityWords } from './duties/portability.js';
import { searchBodies, searchWords } from './duties/search.js';
import { civilDate, eventNumber, instant, words, id } from './fields.js';

const onlyByHand = waysGiven.filter(way => way !== 'email');

/**
 * The body of each verb: its command, with the words themselves where the command carries the id under which the vault keeps
 * them ({@link wordsOf}). What a rule asks for beyond the shape is refused by the case, with rule and remedy.
 */
export const commandBodies = {
  'ask-for-identity': z.strictObject({ ...commanded, doubts: words, words }),
  'record-identity': z.strictObject({ ...commanded, ...happened }),
  'judge-identity': z.strictObject({
    ...commanded,
    sufficient: z.boolean(),
    reasons: words
      .meta({ description: 'What was shown; or what is missing, which is told.' })
      .exactOptional(),
  }),
  'ask-for-authority': z.strictObject({ ...commanded, words }),
  'record-authority': z.strictObject({
    ...commanded,
    ...happened,
    sufficient: z.boolean(),
    authority: among(authorities)
      .meta({ description: 'Of a parent: whose word was shown, the child’s or the parent’s own (R48).' })
      .exactOptional(),
    reasons: words
      .meta({ description: 'What was shown; or what is missing, which is told.' })
      .exactOptional(),
  }),
  'ask-for-fee': z.strictObject({
    ...ofCase,
    basis: among(feeBases),
    amountPence,
    assessment: among(feeAssessments).exactOptional(),
    reasons: words,
  }),
  'record-fee': z.strictObject({ ...ofCase, ...happened }),
  'refund-fee': z.strictObject({
    ...ofCase,
    ...happened,
    ask: eventNumber.exactOptional(),
    because: among(['ask-set-aside', 'other']),
    reasons: words,
  }),
  'ask-for-clarification': z.strictObject({ ...ofCase, words, reasons: words }),
  'record-clarification': z.strictObject({ ...ofCase, ...happened, words: words.exactOptional() }),
  'decline-clarification': z.strictObject({ ...ofCase, ...happened }),
  'extend-time': z.strictObject({
    ...ofCase,
    ground: among(extensionGrounds),
    reasons: words.exactOptional(),
    promisedDate: civilDate.exactOptional(),
  }),
  refuse: z.strictObject({
    ...ofCase,
    extent: among(extents),
    ground: among(refusalGrounds),
    reasons: words.exactOptional(),
    reasonForLateness: words.exactOptional(),
    despite: words
      .meta({
        description:
          'Why it is refused although a duty of the right is not on record. What the ground rests on must be.',
      })
      .exactOptional(),
  }),
  answer: z.strictObject({
    ...ofCase,
    extent: among(extents),
    words,
    delivery: id
      .exactOptional()
      .meta({ description: 'How the copy reaches the person, as prepared before; the letter tells them.' }),
    reasonForLateness: words.exactOptional(),
    despite: words
      .meta({ description: 'Why it is answered although a duty of the right is not on record.' })
      .exactOptional(),
  }),
  withdraw: z.strictObject({ ...ofCase, ...happened, words }),
  abandon: z.strictObject({ ...ofCase, reasons: words }),
  'record-notice-given': z.strictObject({
    ...ofCase,
    ...happened,
    decided: eventNumber.meta({ description: 'The number of the event that decided the letter.' }),
    how: z.enum(onlyByHand, `must be one of ${onlyByHand.join(', ')}`),
    reasonForLateness: words
      .meta({ description: 'Why it was given late, where the decision does not say.' })
      .exactOptional(),
  }),
  reopen: z.strictObject({ ...ofCase, reasons: words }),
  'correct-receipt-date': z.strictObject({
    ...ofCase,
    receivedOn: civilDate,
    receivedAt: instant.exactOptional(),
    reasons: words,
  }),
  'remove-extension': z.strictObject({ ...ofCase, reasons: words }),
  'add-note': z.strictObject({
    ...ofCase,
    words,
    completes: among(completedByNote).exactOptional(),
  }),
  approve: z.strictObject({ ...ofCase, proposal: eventNumber }),
  'decline-approval': z.strictObject({ ...ofCase, proposal: eventNumber, reasons: words }),
  ...assessmentBodies,
  ...complaintBodies,
  ...feesBodies,
  ...marketingBodies,
  ...searchBodies,
  ...escalationBodies,
  ...takingBackBodies,
  ...linkingBodies,
  ...rarerEndBodies,
  ...enquiryBodies,
  ...competenceBodies,
  ...correctionBodies,
  ...decisionBodies,
  ...erasureBodies,
  ...recipientBodies,
  ...restrictionBodies,
  ...weighingBodies,
  ...exemptionBodies,
  ...particularsBodies,
  ...othersBodies,
  ...peopleBodies,
  ...portabilityBodies,
} as const satisfies Readonly<Record<Verb, z.ZodObject>>;

export type BodyOf<Name extends Verb> = z.infer<(typeof commandBodies)[Name]>;

/** What the API adds to a body: the verb of the route, the caller, the occasion of a request-level command, the cases that hold the data. */
type FromElsewhere = 'verb' | 'by' | 'occasion' | 'heldBy' | 'mayBeHeldBy';

/** Holds that each body is its command, no more and no less; but who takes part is in the vault before the cases are told that somebody does. */
export type BodiesFit = {
  readonly [Name in Exclude<Verb, 'name-people'>]: [
    Omit<BodyOf<Name>, 'expectedVersion'>,
    Omit<CommandOf<Name>, FromElsewhere>,
  ] extends [infer Body, infer Command]
    ? [Body, Command] extends [Command, Body]
      ? true
      : { readonly misfit: Name }
    : never;
};

type WordsField<Name extends Verb> = Extract<keyof BodyOf<Name>, WordsFieldName>;

/** The fields of each body that go to the vault; the command carries their ids instead. */
export const wordsOf: { readonly [Name in Verb]: readonly WordsField<Name>[] } = {
  'ask-for-identity': ['doubts', 'words'],
  'record-identity': [],
  'judge-identity': ['reasons'],
  'ask-for-authority': ['words'],
  'record-authority': ['reasons'],
  'ask-for-fee': ['reasons'],
  'record-fee': [],
  'refund-fee': ['reasons'],
  'ask-for-clarification': ['words', 'reasons'],
  'record-clarification': ['words'],
  'decline-clarification': [],
  'extend-time': ['reasons'],
  refuse: ['reasons', 'reasonForLateness', 'despite'],
  answer: ['words', 'reasonForLateness', 'despite'],
  withdraw: ['words'],
  abandon: ['reasons'],
  'record-notice-given': ['reasonForLateness'],
  reopen: ['reasons'],
  'correct-receipt-date': ['reasons'],
  'remove-extension': ['reasons'],
  'add-note': ['words'],
  approve: [],
  'decline-approval': ['reasons'],
  ...assessmentWords,
  ...complaintWords,
  ...feesWords,
  ...marketingWords,
  ...searchWords,
  ...escalationWords,
  ...takingBackWords,
  ...linkingWords,
  ...rarerEndWords,
  ...enquiryWords,
  ...competenceWords,
  ...correctionWords,
  ...decisionWords,
  ...erasureWords,
  ...recipientWords,
  ...restrictionWords,
  ...weighingWords,
  ...exemptionWords,
  ...particularsWords,
  ...othersWords,
  ...peopleWords,
  ...portabilityWords,
};
