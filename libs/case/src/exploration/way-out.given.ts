import { colleague, handler } from '../case.given.js';
import { closingOf } from '../closing.js';
import type { CaseCommand } from '../commands.js';
import { openProposals } from '../decide/open-proposals.js';
import { pendingDecisions } from '../decide/pending-decision.js';
import { londonDateAt } from '../instants.js';
import { isRefusal } from '../refusals.js';
import { everyOne, noticeOf } from '../what-happened.js';
import { follow, type Judges, type Place } from './place.given.js';
import { remedied } from './ways.given.js';

const words = 'words-1';
const reasons = 'words-2';

/** What the organisation can end a case with; that a person withdraws, or dies, is no merit of ours. */
const endings = [
  { verb: 'answer', by: handler, extent: 'wholly', words },
  { verb: 'give-outcome', by: handler, finding: 'not-upheld', words },
  { verb: 'refuse', by: handler, extent: 'wholly', ground: 'right-does-not-apply', reasons },
  { verb: 'refuse', by: handler, extent: 'wholly', ground: 'cannot-identify', reasons },
  { verb: 'answer', by: handler, extent: 'partly', words },
  { verb: 'refuse', by: handler, extent: 'partly', ground: 'right-does-not-apply', reasons },
  { verb: 'dismiss', by: handler, reasons },
] as const satisfies readonly CaseCommand[];

/** What may have to be found first: whether a child agrees that a parent asks. */
const findings = [
  {
    verb: 'assess-competence',
    by: handler,
    aged: '12-to-15',
    livesIn: 'scotland',
    competent: true,
    agrees: true,
    reasons,
  },
] as const satisfies readonly CaseCommand[];

function tried(judges: Judges, place: Place, command: CaseCommand): Place | undefined {
  const decision = judges.command(place.file, command, place.now);
  if (!isRefusal(decision)) return follow(judges, place, decision);
  const again = remedied(command, decision);
  return again && tried(judges, place, again);
}

/** The next thing that is to be done about a decision or a proposal that waits, else every ending. */
function nextCommands({ file, now }: Place): readonly CaseCommand[] {
  const on = londonDateAt(now);
  const decisions = [...pendingDecisions(file), ...everyOne(file, 'DismissalDecided')];
  const untold = decisions.find(({ number }) => !noticeOf(file, number));
  if (untold)
    return [{ verb: 'record-notice-given', by: handler, decided: untold.number, how: 'by-hand', on }];
  const [proposal] = openProposals(file).filter(({ command }) => ['answer', 'refuse'].includes(command.verb));
  if (!proposal) return [...endings, ...findings];
  const { number } = proposal;
  return [
    { verb: 'approve', by: proposal.by === colleague ? handler : colleague, proposal: number },
    { verb: 'decline-approval', by: handler, proposal: number, reasons },
  ];
}

/** Whether commands alone bring the case to an answer, a refusal, an outcome or a dismissal whose notice was given. */
export function hasWayOut(judges: Judges, from: Place): boolean {
  let place = from;
  for (let left = 8; left > 0; left -= 1) {
    if (closingOf(place.file)) return true;
    const next = nextCommands(place)
      .map(command => tried(judges, place, command))
      .find(there => there !== undefined);
    if (!next) return false;
    place = next;
  }
  return closingOf(place.file) !== undefined;
}
