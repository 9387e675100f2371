import { writeDay, type CivilDate } from '@duly/law';
import { replyBy } from './abandonment.js';
import { asksOf } from './asks.js';
import type { Asked } from './names.js';
import type { CaseFile } from './case-file.js';
import { clockOf } from './clock-of.js';
import { given } from './decide/judging.js';
import { untoldReminders, type PlannedReminder } from './duties/recipients/reminders.js';
import { toldOfRecipients } from './duties/recipients/told.js';
import type { CaseEvent, EventOf } from './events.js';
import { letterIdOf, occasionOf } from './ids.js';
import { writeInstant } from './instants.js';
import { isToStaff, letterRulesFor, type LetterOrder } from './letters.js';
import { otherMeansFrom } from './other-means.js';
import { peopleOf } from './people.js';
import { estimateOf } from './duties/fees/judge.js';
import { exemptionsInForce } from './duties/exemptions/judge.js';
import { rulesOf } from './rights/rules-of.js';
import { dayAfter, scheduleAt } from './schedule/schedule.js';
import { toldBy } from './told-by.js';
import { numbered, receipt, receivedOn } from './what-happened.js';

/** The decision of the ask whose notice is the event of this number; of a fee whose letter was never given the event itself. */
function decisionOf(file: CaseFile, ask: number): CaseEvent | undefined {
  const requested = numbered(file, ask);
  return requested && 'decided' in requested ? numbered(file, requested.decided) : requested;
}

/** R24 — until when the case waits for what a letter asks; the time begins anew where what came did not suffice. */
function waitsUntil(file: CaseFile, event: CaseEvent): CivilDate | undefined {
  const { requester } = scheduleAt(file, event.number);
  const fromNow =
    (of: Asked) =>
    ({ on }: { on: CivilDate }): CivilDate =>
      writeDay(dayAfter(file, on, requester[of].abandonAfter));
  return toldBy<CivilDate | undefined>(event, {
    IdentityAskDecided: fromNow('identity'),
    IdentityInsufficient: fromNow('identity'),
    AuthorityAskDecided: fromNow('authority'),
    AuthorityInsufficient: fromNow('authority'),
    FeeAskDecided: decided => (decided.basis === '12(5)' ? fromNow('fee')(decided) : undefined),
    ClarificationAskDecided: fromNow('clarification'),
    ReminderDue: reminder => {
      const ask = asksOf(file).find(one => reminder.to === 'requester' && one.number === reminder.ask);
      return ask && replyBy(file, ask);
    },
  });
}

/** The ask that a reminder, a warning, a closure or a refund speaks of; the estimate that a fee stands on. */
function aboutWhat(file: CaseFile, event: CaseEvent): CaseEvent | undefined {
  const asked = ({ ask }: { ask: number }): CaseEvent | undefined => decisionOf(file, ask);
  return toldBy<CaseEvent | undefined>(event, {
    ReminderDue: reminder => {
      if (reminder.to === 'requester') return asked(reminder);
      return reminder.to === 'manager' ? numbered(file, reminder.alarm) : undefined;
    },
    AbandonmentWarningDecided: asked,
    AbandonmentDecided: () => {
      // By then the case may have closed, so its clock is not asked.
      const ask = asksOf(file).find(({ holds, isAnswered }) => holds && !isAnswered);
      return ask && numbered(file, ask.decided);
    },
    EnquiryPromoted: () => receipt(file),
    ObjectorListed: () => receipt(file),
    FeeAskDecided: ({ basis }) => estimateOf(file, basis),
    ApprovalEscalated: ({ proposal }) => numbered(file, proposal),
    FeeRefunded: asked,
    AuthorityInsufficient: asked,
    LiftingDecided: ({ restriction }) => numbered(file, restriction),
    IdentityInsufficient: ({ received }) => {
      const papers = numbered(file, received);
      return papers?.type === 'IdentityReceived' ? asked(papers) : undefined;
    },
  });
}

/** An exemption of which telling would itself do harm stays out (R49b). */
const exemptionsToTell = (file: CaseFile): readonly CaseEvent[] =>
  exemptionsInForce(file).filter(({ isTold }) => isTold);

/** What the letter tells of the record of the case's duties: a decision all that its right names, a letter of a duty what it is about. */
function toldOfRecord(file: CaseFile, event: CaseEvent): readonly CaseEvent[] {
  return (
    toldBy<readonly CaseEvent[]>(event, {
      AnswerDecided: () => [...(rulesOf(file).tells?.(file) ?? []), ...exemptionsToTell(file)],
      RefusalDecided: ({ ground }) => (ground === 'exemption' ? exemptionsToTell(file) : []),
      RecipientsDisclosureDecided: () => toldOfRecipients(file),
    }) ?? []
  );
}

/** A letter that goes at once, or waits for its moment. */
type PlannedLetter =
  | PlannedReminder
  | (Pick<PlannedReminder, 'rule'> & { readonly notBefore: null; readonly plannedFrom?: undefined });

/** What came back is written again: a letter of its own, since other bytes go to another address, or to be posted. */
function writtenAgain(file: CaseFile, bounced: EventOf<'NoticeBounced'>): readonly LetterOrder[] {
  const decided = bounced.again && numbered(file, bounced.decided);
  if (!decided) return [];
  return lettersDecidedBy(file, decided)
    .filter(order => order.letterId === bounced.letter)
    .map(({ otherMeansFrom: _ofFirst, ...order }) => ({
      ...order,
      letterId: `${order.letterId}.again`,
      occasion: `${order.occasion}.again`,
      ...given('otherMeansFrom', otherMeansFrom(file, decided, bounced)),
    }));
}

/** The letters that one event decides, with the dates as they stand. */
export function lettersDecidedBy(file: CaseFile, event: CaseEvent): readonly LetterOrder[] {
  if (event.type === 'NoticeBounced') return writtenAgain(file, event);
  const { opening } = file;
  const received = receipt(file);
  const { right } = received;
  const atOnce = letterRulesFor(event, { ...received, people: peopleOf(file, event.number) });
  const orders: readonly PlannedLetter[] = [
    ...atOnce.map(rule => ({ rule, notBefore: null })),
    ...untoldReminders(file, event),
  ];
  if (orders.length === 0) return [];
  const { clock } = clockOf(file);
  const about = aboutWhat(file, event);
  const tells = toldOfRecord(file, event);
  const until = waitsUntil(file, event);
  return orders.map(({ rule, notBefore, plannedFrom }) => ({
    letterId: letterIdOf(opening, event, rule),
    ...rule,
    caseId: opening.caseId,
    requestId: opening.requestId,
    reference: opening.reference,
    run: opening.run,
    occasion: occasionOf(event, rule),
    right,
    receivedOn: receivedOn(file),
    dueDate: clock.effectiveDueDate,
    extendedDueDate: clock.extendedDueDate,
    planBy: clock.planBy,
    ...(until !== undefined ? { waitsUntil: until } : {}),
    ...(isToStaff(rule) ? {} : given('otherMeansFrom', otherMeansFrom(file, event))),
    ...(notBefore === null ? {} : { notBefore: writeInstant(notBefore) }),
    ...given('plannedFrom', plannedFrom),
    decided: event,
    ...(about ? { about } : {}),
    ...(tells.length > 0 ? { tells } : {}),
  }));
}
