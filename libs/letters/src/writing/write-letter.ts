import type { CaseEvent, EventOf, LetterKind as CaseLetterKind } from '@duly/case';
import { renderLetter, type Letter } from '@duly/notices';
import { absoluteRightWriters } from './duties/absolute-rights.js';
import { enquiryWriters } from './duties/enquiry.js';
import { rarerEndWriters } from './duties/rarer-ends.js';
import { answerRecordOf } from './duties/record-told.js';
import { besideAnswer, exemptionsTold } from './duties/data-told.js';
import { dutyLetters } from './duties/write-duty-letters.js';

import { decidedAs, ofCase, receiptOf, toPerson, toStaff, type LetterContext } from './letter-context.js';

/** Fees from before currencies could be set are in pounds. */
const amountOf = ({ amountPence, currency = 'GBP' }: EventOf<'FeeAskDecided' | 'FeeEstimated'>) => ({
  minorUnits: amountPence,
  currency,
});

/** Of papers that do not suffice the reasons say what is missing; of any other ask they say why, not what. */
const wordsAskedFor = (decided: CaseEvent): string | undefined => {
  if (decided.type === 'IdentityInsufficient' || decided.type === 'AuthorityInsufficient')
    return decided.reasons;
  return 'words' in decided ? decided.words : undefined;
};

const askedFor = (context: LetterContext) => {
  const { asked, words } = context;
  if (!asked)
    throw new Error(`The ask that letter ${context.order.letterId} speaks of is not in the register.`);
  const { decided, awaited } = asked;
  const whatIsAsked = wordsAskedFor(decided);
  return {
    ...ofCase(context),
    awaited,
    askedOn: decided.on,
    ...(whatIsAsked !== undefined && { whatIsAsked: words(whatIsAsked) }),
  };
};

const lateness = ({ words }: LetterContext, reason: string | undefined) =>
  reason === undefined ? {} : { lateBecause: words(reason) };

/** A complaint and an objection to marketing are confirmed by letters of their own. */
const answeredAlike = ({ order, rights }: LetterContext): LetterContext['rights'] => {
  const [first = order.right, ...others] = rights.filter(
    right => right !== 'complaint' && right !== 'objection_direct_marketing',
  );
  return [first, ...others];
};

const acknowledgement = (context: LetterContext): Letter => {
  const { channel, words, origin, right, unlisted } = receiptOf(context);
  const wasHeard = channel === 'telephone' || channel === 'in-person' || channel === 'social-media';
  return renderLetter('acknowledgement', {
    ...toPerson(context),
    rights: origin || unlisted ? [right] : answeredAlike(context),
    ...(unlisted && { unlisted }),
    ...(origin && { origin }),
    channel,
    dueDate: context.order.dueDate,
    ...(wasHeard && { wordsNoted: context.words(words) }),
  });
};

/** Until when we wait (R24); nothing where the letter asks for nothing that the case waits for. */
const awaiting = ({ order: { waitsUntil } }: LetterContext) =>
  waitsUntil === undefined ? {} : { waitUntil: waitsUntil };

/** Of papers that do not suffice the first ask decides: where it moved nothing, the date still stands. */
const movesNothing = ({ order: { decided, about } }: LetterContext): boolean =>
  [decided, about].some(
    event =>
      (event?.type === 'IdentityAskDecided' || event?.type === 'AuthorityAskDecided') &&
      event.movesNothing === true,
  );

/** What moves nothing closes nothing either. */
const untilWhen = (context: LetterContext) =>
  movesNothing(context) ? { movesNothing: true } : awaiting(context);

const identity = (context: LetterContext): Letter => {
  const event = decidedAs(context.order.decided, 'IdentityAskDecided', 'IdentityInsufficient');
  const { words } = context;
  return renderLetter('identity', {
    ...toPerson(context),
    ...untilWhen(context),
    ...(event.type === 'IdentityAskDecided'
      ? { ask: 'first', doubts: words(event.doubts), whatIsAsked: words(event.words) }
      : { ask: 'again', whatIsMissing: words(event.reasons) }),
  });
};

const authority = (context: LetterContext): Letter => {
  const event = decidedAs(context.order.decided, 'AuthorityAskDecided', 'AuthorityInsufficient');
  return renderLetter('authority', {
    ...toPerson(context),
    ...untilWhen(context),
    ...(event.type === 'AuthorityAskDecided'
      ? { ask: 'first', whatIsAsked: context.words(event.words) }
      : { ask: 'again', whatIsMissing: context.words(event.reasons) }),
  });
};

const fee = (context: LetterContext): Letter => {
  const asked = decidedAs(context.order.decided, 'FeeAskDecided');
  const { basis, assessment, reasons } = asked;
  const { howToPay } = context;
  const { about } = context.order;
  const data = {
    ...ofCase(context),
    ...awaiting(context),
    amount: amountOf(asked),
    reasons: context.words(reasons),
    ...(howToPay !== undefined && { howToPay }),
    ...(about?.type === 'FeeEstimated' && { calculation: context.words(about.words) }),
    ...(about?.type === 'FeeEstimated' &&
      about.amountPence > asked.amountPence && { estimated: amountOf(about) }),
  };
  if (basis === '15(3)') return renderLetter('fee', { ...data, basis, dueDate: context.order.dueDate });
  if (!assessment) throw new Error('A fee under Art 12(5) was decided without its assessment (R49).');
  return renderLetter('fee', { ...data, basis, assessment });
};

const feeRefund = (context: LetterContext): Letter => {
  const { reasons, isUnpaid } = decidedAs(context.order.decided, 'FeeRefunded');
  const { about } = context.order;
  return renderLetter('fee-refund', {
    ...ofCase(context),
    reasons: context.words(reasons),
    ...(about?.type === 'FeeAskDecided' && { amount: amountOf(about) }),
    ...(isUnpaid === true && { isUnpaid }),
  });
};

const clarification = (context: LetterContext): Letter => {
  const { words, reasons } = decidedAs(context.order.decided, 'ClarificationAskDecided');
  return renderLetter('clarification', {
    ...ofCase(context),
    ...awaiting(context),
    whatIsAsked: context.words(words),
    reasons: context.words(reasons),
  });
};

const extension = (context: LetterContext): Letter => {
  const { ground, reasons, promisedDate } = decidedAs(context.order.decided, 'ExtensionDecided');
  const { dueDate, extendedDueDate } = context.order;
  return renderLetter('extension', {
    ...ofCase(context),
    ground,
    reasons: context.words(reasons),
    dueDate,
    extendedDueDate,
    ...(promisedDate !== undefined && { promisedOn: promisedDate }),
  });
};

const refusal = (context: LetterContext): Letter => {
  const { extent, ground, reasons, reasonForLateness } = decidedAs(context.order.decided, 'RefusalDecided');
  return renderLetter('refusal', {
    ...ofCase(context),
    extent,
    ground,
    reasons: context.words(reasons),
    ...exemptionsTold(context),
    ...lateness(context, reasonForLateness),
  });
};

const answer = (context: LetterContext): Letter => {
  const { extent, words, reasonForLateness } = decidedAs(context.order.decided, 'AnswerDecided');
  const record = answerRecordOf(context);
  return renderLetter('answer', {
    ...ofCase(context),
    extent,
    whatWeDid: context.words(words),
    ...(record && { record }),
    ...besideAnswer(context),
    ...lateness(context, reasonForLateness),
  });
};

const disclosure = (context: LetterContext): Letter => {
  const { disclosure: told } = context;
  if (!told) throw new Error(`What letter ${context.order.letterId} is to tell of the copy is not known.`);
  return renderLetter('disclosure', { ...ofCase(context), disclosure: told });
};

const transfer = (context: LetterContext): Letter => {
  const { transfer: told } = context;
  if (!told)
    throw new Error(`What letter ${context.order.letterId} is to tell of the transfer is not known.`);
  return renderLetter('transfer', { ...ofCase(context), ...told, dueDate: context.order.dueDate });
};

const withdrawal = (context: LetterContext): Letter =>
  renderLetter('withdrawal', {
    ...ofCase(context),
    withdrawnOn: decidedAs(context.order.decided, 'RequestWithdrawn').on,
  });

const abandonmentWarning = (context: LetterContext): Letter => {
  const { replyBy } = decidedAs(context.order.decided, 'AbandonmentWarningDecided');
  return renderLetter('abandonment-warning', { ...askedFor(context), closeAfter: replyBy });
};

const abandonment = (context: LetterContext): Letter =>
  renderLetter('abandonment', {
    ...askedFor(context),
    closedOn: decidedAs(context.order.decided, 'AbandonmentDecided').on,
  });

const alarm = (context: LetterContext) => {
  const { decided, about } = context.order;
  // The manager hears again of an alarm that stands: that letter is about it.
  const raised = decidedAs(decided.type === 'ReminderDue' ? about : decided, 'AlarmRaised');
  const { forDate, because, respondedOn } = raised;
  return {
    ...toStaff(context),
    because,
    ...(respondedOn !== undefined && { respondedOn }),
    dueDate: because === 'extension-fell-away' ? (context.order.dueDate ?? forDate) : forDate,
  };
};

/** One for each kind of letter a case sends; the compiler holds that none is forgotten. */
const writers: Readonly<Record<CaseLetterKind, (context: LetterContext) => Letter>> = {
  acknowledgement,
  identity,
  authority,
  fee,
  'fee-refund': feeRefund,
  clarification,
  extension,
  refusal,
  answer,
  disclosure,
  transfer,
  withdrawal,
  'abandonment-warning': abandonmentWarning,
  abandonment,
  ...rarerEndWriters,
  ...enquiryWriters,
  ...dutyLetters,
  'reminder-to-requester': context =>
    renderLetter('reminder-to-requester', { ...askedFor(context), ...awaiting(context) }),
  'reminder-to-handler': context =>
    renderLetter('reminder-to-handler', {
      ...toStaff(context),
      dueDate: context.order.dueDate,
      planBy: context.order.planBy,
    }),
  'alarm-to-handler': context => renderLetter('alarm-to-handler', alarm(context)),
  'alarm-to-manager': context =>
    renderLetter('alarm-to-manager', {
      ...alarm(context),
      ...(context.handler !== undefined && { handler: context.handler }),
    }),
  ...absoluteRightWriters,
};

/** Writes a letter from what a case has decided and what the vault knows. @throws LetterNotComplete */
export const writeLetter = (context: LetterContext): Letter => writers[context.order.kind](context);
