import { clockOf } from './clock-of.js';
import { closingOf } from './closing.js';
import type { CaseFile } from './case-file.js';
import type { CaseEvent } from './events.js';
import {
  endsOfRecipientTasks,
  outlivesClosing,
  recipientsToTellAgain,
  recipientTasks,
} from './duties/recipients/tasks.js';
import { isEnquiry } from './duties/enquiry/standing-open.js';
import { taskIdOf } from './ids.js';
import type { Extent } from './names.js';
import { isComplaint } from './duties/complaint/acknowledged.js';
import { endsTaskOfComplaint } from './duties/complaint/tasks.js';
import { isStatutory } from './letter-rules.js';
import { lastDayFor } from './other-means.js';
import { isUnlisted } from './duties/marketing/judge.js';
import type { OpenTask, TaskChanges, ToDo } from './tasks.js';
import type { TaskKind } from './task-kinds.js';
import { toldBy } from './told-by.js';
import { numbered, receipt } from './what-happened.js';

const next = {
  assess: 'collect',
  collect: 'review',
  review: undefined,
  escalation: undefined,
  'check-reply': undefined,
} as const;

/** A letter that a person must post, with the last day on which its notice still does what it is meant to do. */
function toPost(file: CaseFile, about: number): ToDo {
  const decided = numbered(file, about);
  const lastDay = decided && !closingOf(file) ? lastDayFor(decided, clockOf(file).clock) : null;
  return { kind: 'post-a-letter', about, ...(lastDay === null ? {} : { lastDay }) };
}

/** What is to be done first: whether it is a request at all, and then with the request. */
function firstWork(file: CaseFile): TaskKind {
  if (isEnquiry(file)) return 'decide-enquiry';
  if (isUnlisted(file)) return 'list-objector';
  return isComplaint(file) ? 'handle-complaint' : 'assess';
}

/** What one event gives a person to do. */
function opens(file: CaseFile, event: CaseEvent): ToDo | undefined {
  const first = firstWork(file);
  return toldBy<ToDo | undefined>(event, {
    RequestReceived: ({ number }) => ({ kind: first, about: number }),
    ObjectorListed: ({ number }) => ({ kind: first, about: number }),
    EnquiryPromoted: ({ number }) => ({ kind: first, about: number }),
    CaseReopened: ({ number }) => ({ kind: first, about: number }),
    NoteAdded: ({ completes, number }) => {
      const kind = completes && next[completes];
      return kind && { kind, about: number };
    },
    IdentityReceived: ({ number }) => ({ kind: 'check-identity', about: number }),
    StepProposed: ({ number }) => ({ kind: 'approve', about: number }),
    // A reminder that may have come is not sent on paper as well.
    NoticeNotGiven: ({ decided, kind, outcome }) =>
      kind === 'reminder-to-requester' && outcome === 'unknown' ? undefined : toPost(file, decided),
    NoticeBounced: ({ decided, kind, again }) =>
      again || kind === 'reminder-to-requester' ? undefined : toPost(file, decided),
    AutoReplyReceived: notice =>
      isStatutory(notice) ? { kind: 'check-reply', about: notice.decided } : undefined,
    AbandonmentProposed: ({ ask }) => ({ kind: 'decide-abandonment', about: ask }),
    AlarmRaised: ({ number }) => ({ kind: 'alarm', about: number }),
    CaseEscalated: ({ number }) => ({ kind: 'escalation', about: number }),
    ...recipientTasks,
    // One piece of work, however often the handler is reminded of it.
    ProgressDue: () => ({ kind: 'tell-progress', about: receipt(file).number }),
  });
}

const isWork = ({ kind }: OpenTask): boolean =>
  kind === 'list-objector' || kind === 'assess' || kind === 'collect' || kind === 'review';
const decidesAbandonment = ({ kind }: OpenTask): boolean => kind === 'decide-abandonment';

function isEndedBy(task: OpenTask, event: CaseEvent): boolean {
  const endsWork = ({ extent }: { extent: Extent }): boolean => extent === 'wholly' && isWork(task);
  const judges = ({ received }: { received: number }): boolean =>
    task.kind === 'check-identity' && task.about === received;
  const settles = ({ proposal }: { proposal: number }): boolean =>
    task.kind === 'approve' && task.about === proposal;
  const needsNoDecision = (): boolean => decidesAbandonment(task);
  const ends = toldBy<boolean>(event, {
    NoteAdded: ({ completes }) => completes === task.kind,
    AnswerDecided: endsWork,
    RefusalDecided: endsWork,
    IdentityConfirmed: judges,
    IdentityInsufficient: judges,
    StepApproved: settles,
    StepDeclined: settles,
    NoticeGiven: ({ decided }) =>
      (task.kind === 'post-a-letter' || task.kind === 'check-reply') && task.about === decided,
    IdentityReceived: needsNoDecision,
    AuthorityReceived: needsNoDecision,
    FeePaid: needsNoDecision,
    FeeRefunded: ({ ask }) =>
      task.about === ask && (decidesAbandonment(task) || task.kind === 'post-a-letter'),
    ClarificationReceived: needsNoDecision,
    ClarificationDeclined: needsNoDecision,
    AbandonmentDecided: needsNoDecision,
    ObjectorListed: () => task.kind === 'list-objector',
    EnquiryPromoted: () => task.kind === 'decide-enquiry',
    DismissalDecided: () => task.kind === 'decide-enquiry',
    AlarmWithdrawn: () => task.kind === 'alarm',
    ...endsOfRecipientTasks(task),
  });
  return ends === true || endsTaskOfComplaint(task, event);
}

/** What an event opens and ends. Closing ends everything but the telling of recipients; what opens later, as a last letter to be posted, is still to be done. */
export function taskChangesOf(before: CaseFile, event: CaseEvent): TaskChanges {
  const isClosing = closingOf({ ...before, events: [...before.events, event] }) && !closingOf(before);
  const ended = before.openTasks.filter(
    task => (isClosing && !outlivesClosing(before, task)) || isEndedBy(task, event),
  );
  const file = { ...before, events: [...before.events, event] };
  const isOpenAlready = ({ kind, about }: ToDo): boolean =>
    before.openTasks.some(task => task.kind === kind && task.about === about);
  const task = (toDo: ToDo, about?: number): OpenTask => ({
    taskId: taskIdOf(before.opening, event, toDo.kind, about),
    openedBy: event.number,
    ...toDo,
  });
  const opened = opens(file, event);
  return {
    opened: [
      ...(opened && !isOpenAlready(opened) ? [task(opened)] : []),
      ...recipientsToTellAgain(file, event)
        .filter(toDo => !isOpenAlready(toDo))
        .map(toDo => task(toDo, toDo.about)),
    ],
    ended: ended.map(({ taskId }) => ({ taskId, endedBy: event.number })),
  };
}
