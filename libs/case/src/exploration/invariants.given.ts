import { addDays, addMonths, toDay, writeDay, type CivilDate, type Day } from '@duly/law';
import { standingAlarm } from '../alarm.js';
import { nextMoment } from '../by-time.js';
import { isSetAside } from '../asks.js';
import type { CaseFile } from '../case-file.js';
import { clockOf } from '../clock-of.js';
import { closingOf } from '../closing.js';
import { isManifestly } from '../duties/assessment/assessed.js';
import { overwrites } from '../duties/correction/commands.js';
import { isEnquiry } from '../duties/enquiry/standing-open.js';
import type { CaseEvent, EventType } from '../events.js';
import { extensionInForce } from '../extension.js';
import { londonDateAt } from '../instants.js';
import { everyOne, numbered, receipt, receivedOn, sinceOpened } from '../what-happened.js';
import { waits, type Step } from './place.given.js';

/** What counts only once its notice was given: the event names the decision that it carries out. */
const afterNotice: readonly EventType[] = [
  'IdentityRequested',
  'AuthorityRequested',
  'FeeRequested',
  'ClarificationRequested',
  'TimeExtended',
  'AbandonmentWarned',
  'RequestAbandoned',
  'ToldNotIdentified',
  'CaseReclassified',
  'EnquiryDismissed',
  'DecisionExplained',
  'ComplaintAcknowledged',
  'ProgressTold',
  'ComplaintConcluded',
  'RecordQuestionAsked',
  'RestrictionLifted',
];
/** What still happens to a case that has ended: tidying up, and what its answer has promised (Arts 18(3), 19). */
const tidying: readonly EventType[] = [
  'NoticeGiven',
  'NoticeNotGiven',
  'NoteAdded',
  'FeeRefunded',
  'RestrictionLifted',
  'AlarmWithdrawn',
  'CaseReopened',
  'TakenUpAfterClosing',
  'LiftingDecided',
  'RecipientNamed',
  'NoRecipientsRecorded',
  'RecipientOutcomeRecorded',
  'RecipientsDisclosureDecided',
];

/** Those of the events that were caused whose decision was not told to the person by then. */
function untold({ after, caused }: Step, types: readonly EventType[]): string | undefined {
  const early = caused.find(
    event =>
      types.includes(event.type) &&
      'decided' in event &&
      !everyOne(after.file, 'NoticeGiven').some(
        ({ decided, number }) => decided === event.decided && number < event.number,
      ),
  );
  return early && `${early.type} without the notice of its decision`;
}

const isOf =
  (...types: readonly EventType[]) =>
  ({ type }: CaseEvent): boolean =>
    types.includes(type);

/** Of the events that answered an ask the days, where the ask came before the month was over: a later one moves nothing (R25). */
function arrivedOn(file: CaseFile): readonly Day[] {
  const monthEnds = writeDay(addMonths(toDay(receivedOn(file)), 1));
  const isPrompt = (ask: number): boolean => (numbered(file, ask)?.on ?? monthEnds) <= monthEnds;
  const paid = everyOne(file, 'FeePaid').filter(({ ask }) => {
    const fee = numbered(file, ask);
    return fee?.type === 'FeeRequested' && fee.basis === '12(5)' && !isSetAside(file, ask) && isPrompt(ask);
  });
  const isAskedLate = everyOne(file, 'IdentityAskDecided').some(({ askedLate }) => askedLate);
  const confirmed = everyOne(file, 'IdentityConfirmed').map(({ received }) => received);
  const proved = everyOne(file, 'IdentityReceived').filter(
    ({ number, ask }) => !isAskedLate && confirmed.includes(number) && isPrompt(ask),
  );
  return [...paid, ...proved].map(({ on }) => toDay(on));
}

/** The first day that the statute can mean, told without the clock: what was received, proved or paid last, and a month; or thirty days. */
function earliestDue(file: CaseFile): CivilDate {
  const received = toDay(receivedOn(file));
  if (receipt(file).right === 'complaint') return writeDay(addDays(received, 30));
  const last = arrivedOn(file).reduce((latest, day) => (day > latest ? day : latest), received);
  const isExtended = extensionInForce(file) !== undefined && clockOf(file).clock.extensionValid === true;
  return writeDay(addMonths(last, isExtended ? 3 : 1));
}

/** What may be true in no state that a case can reach, whatever was done; each says what it found, or nothing. */
export const invariants = {
  'an answered case has an answer that was given (Art 12(3))': step => untold(step, ['RequestAnswered']),
  'a refusal closes no case before its notice is given (Art 12(4))': step => untold(step, ['RequestRefused']),
  'nothing else counts before its notice is given (R13)': step => untold(step, afterNotice),
  'a notice is given once': ({ after: { file }, caused }) => {
    const given = caused.filter(isOf('NoticeGiven'));
    const told = everyOne(file, 'NoticeGiven').map(({ decided }) => decided);
    return given.length > 0 && new Set(told).size < told.length
      ? 'a second notice of one decision'
      : undefined;
  },
  'an open case has a timer, or something says why it has none': ({ after: { file, now, unsent } }) => {
    if (unsent.length > 0 || closingOf(file)) return undefined;
    const saysWhy = standingAlarm(file) !== undefined || clockOf(file).clock.reason !== null;
    if ((saysWhy && file.openTasks.length > 0) || nextMoment(file, now) !== null) return undefined;
    return 'no moment, no letter under way, and no task with a reason';
  },
  'a case whose date has passed has its alarm (R11)': ({ name, after: { file, now } }) => {
    const due = closingOf(file) ? null : clockOf(file).clock.effectiveDueDate;
    const hasPassed = due !== null && londonDateAt(now) > due && standingAlarm(file)?.forDate !== due;
    return waits.includes(name) && hasPassed ? `late since ${due}, and no alarm` : undefined;
  },
  'time leaves nothing undone that is due': ({ name, after: { file, now } }) => {
    const moment = waits.includes(name) ? nextMoment(file, now) : null;
    return moment !== null && moment <= now ? 'a moment that has come is still to come' : undefined;
  },
  'only access stands still for a clarification (Art 12A(5))': ({ after: { file }, caused }) => {
    const { right } = receipt(file);
    return right !== 'access' && caused.some(isOf('ClarificationAskDecided', 'ClarificationRequested'))
      ? `a pause on ${right}`
      : undefined;
  },
  'time is extended once (Art 12A(3))': ({ after: { file }, caused }) => {
    const given = everyOne(file, 'TimeExtended').length;
    if (given > 1 && caused.some(isOf('TimeExtended'))) return `${given} extensions`;
    return given > 0 && caused.some(isOf('ExtensionDecided')) ? 'a second was decided' : undefined;
  },
  'no extension is decided, or in force, that was told after the cut-off (Art 12A(4)(a); R14)': step => {
    const { before, after, caused } = step;
    const { extensionNoticeBy: by } = clockOf(before.file).clock;
    const late = caused.find(
      event =>
        (event.type === 'ExtensionDecided' || event.type === 'TimeExtended') && by !== null && event.on > by,
    );
    return (
      late &&
      `${late.type} on ${late.on}, due on ${clockOf(after.file).clock.effectiveDueDate ?? '-'}, though the cut-off was ${by ?? '-'}`
    );
  },
  'no due date lies before the statute’s (Art 12A(1)–(3); R11)': ({ after: { file } }) => {
    const due = clockOf(file).clock.effectiveDueDate;
    if (due === null) return undefined;
    const earliest = earliestDue(file);
    return due < earliest ? `due on ${due}, before ${earliest}` : undefined;
  },
  'nothing is weighed against an objection to direct marketing, or a complaint (R42, R50)': ({
    after: { file },
    caused,
  }) => {
    const { right } = receipt(file);
    if (right !== 'objection_direct_marketing' && right !== 'complaint') return undefined;
    const weighed = caused.find(
      isOf('RefusalDecided', 'FeeAskDecided', 'ExtensionDecided', 'RequestAssessed'),
    );
    return weighed && `${weighed.type} in a case of ${right}`;
  },
  'nothing is erased, restricted or overwritten while an access case is open (DPA 2018 s.173; R49a)': ({
    before,
    caused,
  }) => {
    const isLost = (event: CaseEvent): boolean =>
      isOf('DataErased', 'DataRestricted')(event) || (event.type === 'CorrectionMade' && overwrites(event));
    return before.isHeld && caused.some(isLost) ? 'a destructive step' : undefined;
  },
  'a fee is charged or the request refused, never both (Art 12(5))': ({ after: { file } }) => {
    const charged = everyOne(file, 'FeeRequested').some(
      ({ basis, number }) => basis === '12(5)' && !isSetAside(file, number),
    );
    const isRefused = sinceOpened(file).some(
      event => event.type === 'RefusalDecided' && isManifestly(event.ground),
    );
    return charged && isRefused ? 'both' : undefined;
  },
  'an enquiry never hides a month (R46)': ({ after: { file } }) =>
    isEnquiry(file) && !closingOf(file) && clockOf(file).clock.effectiveDueDate === null
      ? 'no due date'
      : undefined,
  'nobody approves a step of their own': ({ caused }) =>
    caused.some(({ by, approvedBy }) => by === approvedBy)
      ? 'proposed and approved by one person'
      : undefined,
  'a task is about something on record, and stands once': ({ after: { file } }) => {
    const ids = new Set(file.openTasks.map(({ taskId }) => taskId));
    if (ids.size < file.openTasks.length) return 'a task twice';
    const lost = file.openTasks.find(
      ({ about, openedBy }) => !numbered(file, about) || !numbered(file, openedBy),
    );
    return lost && `the task ${lost.kind} points at nothing`;
  },
  'events are numbered one by one': ({ before, after: { file }, caused }) => {
    const first = before.file.events.length;
    const isInOrder = caused.every(({ number }, index) => number === first + index + 1);
    return isInOrder && file.events.length === first + caused.length ? undefined : 'a gap, or a number twice';
  },
  'a case that has ended is tidied up, and nothing else': ({ before, caused }) => {
    const more = caused.find(({ type }) => !tidying.includes(type));
    return closingOf(before.file) && more ? `${more.type} after the end` : undefined;
  },
} as const satisfies Readonly<Record<string, (step: Step) => string | undefined>>;

/** What is held of the exploration as a whole, beside the invariants of each step. */
export const ofTheWhole = {
  wayOut: 'an open case can always be ended, by commands alone',
  fails: 'no judge fails, or changes what it is given',
  replays: 'the events alone give the same case',
  alike: 'the same command is judged the same',
} as const;

/** Everything that is held, by its name. */
export type Clause = keyof typeof invariants | (typeof ofTheWhole)[keyof typeof ofTheWhole];
export const clauses = [...Object.keys(invariants), ...Object.values(ofTheWhole)] as readonly Clause[];
