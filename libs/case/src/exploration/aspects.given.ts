import { standingAlarm } from '../alarm.js';
import { askNotGiven, asksOf } from '../asks.js';
import type { Asked } from '../names.js';
import type { CaseFile } from '../case-file.js';
import { clockOf } from '../clock-of.js';
import { closingOf } from '../closing.js';
import type { ApprovableCommand } from '../commands.js';
import { openProposals } from '../decide/open-proposals.js';
import { pendingDecisions } from '../decide/pending-decision.js';
import { papersToJudge } from '../decide/second-ask.js';
import { assessmentOf, isManifestly } from '../duties/assessment/assessed.js';
import { isEnquiry } from '../duties/enquiry/standing-open.js';
import { dutyNames } from '../duties/duty-names.js';
import { exemptionsInForce } from '../duties/exemptions/judge.js';
import { estimateOf } from '../duties/fees/judge.js';
import { linksOf } from '../duties/linking/judge.js';
import { itemsOf } from '../duties/portability/items.js';
import { standingRestrictions } from '../duties/restriction/judge.js';
import { extensionInForce, extensionNotGiven } from '../extension.js';
import { londonDateAt } from '../instants.js';
import { grantedBy, owedBy } from '../rights/rules-of.js';
import { taskKinds } from '../task-kinds.js';
import { everyOne, lastOne, sinceOpened } from '../what-happened.js';
import type { Place } from './place.given.js';

/** One thing in which two cases can differ so that something else may happen to them next. Not how often, nor on which day. */
type Aspect = (place: Place) => string;

const said = (isSo: boolean): string => (isSo ? 'yes' : 'no');
const few = (many: { readonly length: number }): string =>
  many.length > 1 ? 'some' : said(many.length === 1);
const approvable: readonly ApprovableCommand['verb'][] = [
  'answer',
  'refuse',
  'extend-time',
  'ask-for-fee',
  'apply-exemption',
  'cannot-identify',
  'dismiss',
];

const asked = ['identity', 'authority', 'fee', 'clarification'] as const satisfies readonly Asked[];

/** How it stands with what the person was asked for. */
function howAsked(file: CaseFile): readonly string[] {
  const all = asksOf(file);
  const proposed = everyOne(file, 'AbandonmentProposed').map(({ ask }) => ask);
  return asked.map(of => {
    const unsaid = askNotGiven(file, of) ? 'decided, ' : '';
    const asks = all.filter(ask => ask.of === of);
    const waiting = asks.find(({ isAnswered }) => !isAnswered);
    if (waiting) return unsaid + (proposed.includes(waiting.number) ? 'to be given up' : 'awaited');
    if (asks.length === 0) return `${unsaid}never`;
    return unsaid + (of === 'identity' && papersToJudge(file) ? 'to be judged' : 'answered');
  });
}

function extension({ file }: Place): string {
  const inForce =
    extensionInForce(file) && (clockOf(file).clock.extensionValid === true ? 'in force' : 'too late');
  const ended = lastOne(file, 'ExtensionRemoved')
    ? 'removed'
    : lastOne(file, 'ExtensionFellAway') && 'fell away';
  return [extensionNotGiven(file) && 'decided', inForce ?? ended].join();
}

/** How today lies to the dates that bind. */
function dates({ file, now }: Place): string {
  const { effectiveDueDate, extensionNoticeBy } = clockOf(file).clock;
  const today = londonDateAt(now);
  const lies = (date: string | null): string => (date === null ? '-' : today > date ? 'after' : 'by');
  return `${lies(effectiveDueDate)} ${lies(extensionNoticeBy)}`;
}

/** What has been decided or told of a part, once however often. */
function pending({ file }: Place): string {
  const told = sinceOpened(file).filter(
    ({ type }) => type === 'RequestAnswered' || type === 'RequestRefused',
  );
  const decided = pendingDecisions(file).map(decision =>
    decision.type === 'RefusalDecided' && isManifestly(decision.ground)
      ? 'refused under Art 12(5)'
      : decision.type,
  );
  return [...new Set([...told.map(({ type }) => type), ...decided])].join('+');
}

function exemptions({ file }: Place): string {
  const applied = everyOne(file, 'ExemptionApplied');
  return `${few(exemptionsInForce(file))} of ${few(applied)}`;
}

/** What an open case can differ in; of one that has ended its end is enough. */
const ofTheOpen: readonly Aspect[] = [
  pending,
  ({ file }) => clockOf(file).clock.state,
  dates,
  extension,
  ({ file }) => said(file.calendar.version === file.opening.calendar.version),
  ({ file, isHeld }) => `${grantedBy(file) ?? '-'} ${said(isHeld)}`,
  ({ file }) => `${assessmentOf(file)?.finding ?? '-'} ${assessmentOf(file)?.by ?? ''}`,
  ({ file }) => said(estimateOf(file, '12(5)') !== undefined),
  exemptions,
  ({ file }) => few(standingRestrictions(file)),
  ({ file }) => said(itemsOf(file).some(({ isSent }) => isSent)),
  ({ file }) => said(itemsOf(file).some(({ agreement }) => agreement === 'awaited')),
  ({ file }) => said(everyOne(file, 'ApprovalEscalated').length > 0),
  ({ file }) => said(linksOf(file).size > 0),
];
const ofAll: readonly Aspect[] = [
  ({ start, file }) => (file.opening.run > 1 ? `${start}, once more` : start),
  ({ file }) => closingOf(file)?.outcome ?? (isEnquiry(file) ? 'enquiry' : 'open'),
  ({ file }) => standingAlarm(file)?.because ?? '-',
  ({ unsent }) => unsent.at(-1)?.kind ?? '-',
];

/** The abstract state of a place: the value of each aspect. */
export function stateOf(place: Place): readonly string[] {
  const isOpen = closingOf(place.file) === undefined;
  const aspects = isOpen ? [...ofAll, ...ofTheOpen] : ofAll;
  const { file } = place;
  const owed = isOpen ? owedBy(file).map(({ duty }) => duty) : [];
  const proposed = isOpen ? openProposals(file) : [];
  return [
    ...aspects.map(aspect => aspect(place)),
    ...taskKinds.map(kind => said(file.openTasks.some(task => task.kind === kind))),
    ...(isOpen ? howAsked(file) : []),
    ...(isOpen ? dutyNames.map(duty => said(owed.includes(duty))) : []),
    ...(isOpen
      ? approvable.map(verb => proposed.find(({ command }) => command.verb === verb)?.by ?? '-')
      : []),
  ];
}
