import type { CivilDate } from '@duly/law';
import { asTold } from './came-back/doubt.js';
import type { CaseFile, CaseOutcome } from './case-file.js';
import type { CaseEvent } from './events.js';
import type { Extent } from './names.js';
import { later } from './spans.js';
import { receivedOn, runsBefore, sinceOpened } from './what-happened.js';

export interface Closing {
  readonly outcome: CaseOutcome;
  readonly on: CivilDate;
}

interface Told {
  readonly extent: Extent;
  readonly on: CivilDate;
}

/** A whole answer or refusal closes the case; a partial one does once the other half has been given as well. */
function closedByWords(answered: readonly Told[], refused: readonly Told[]): Closing | undefined {
  const [answer, refusal] = [answered.at(-1), refused.at(-1)];
  const wholly = [...answered, ...refused].find(({ extent }) => extent === 'wholly');
  if (answer && refusal) return { outcome: 'partly-answered', on: later(answer.on, refusal.on) };
  if (!wholly) return undefined;
  return { outcome: answer ? 'answered' : 'refused', on: wholly.on };
}

function closingIn(file: CaseFile, events: readonly CaseEvent[]): Closing | undefined {
  const answered: Told[] = [];
  const refused: Told[] = [];
  for (const event of asTold(file, events)) {
    if (event.type === 'RequestWithdrawn') return { outcome: 'withdrawn', on: event.on };
    if (event.type === 'RequestAbandoned') return { outcome: 'abandoned', on: event.on };
    if (event.type === 'CaseReclassified') return { outcome: 'reclassified', on: event.on };
    if (event.type === 'PersonNotIdentified') return { outcome: 'not-identified', on: event.on };
    if (event.type === 'EnquiryDismissed') return { outcome: 'dismissed', on: event.on };
    // A case cannot close before it is there.
    if (event.type === 'SubjectDied') return { outcome: 'died', on: later(event.on, receivedOn(file)) };
    if (event.type === 'ComplaintConcluded') return { outcome: 'concluded', on: event.on };
    if (event.type === 'RequestAnswered') answered.push(event);
    if (event.type === 'RequestRefused') refused.push(event);
    const closing = closedByWords(answered, refused);
    if (closing) return closing;
  }
  return undefined;
}

/** What closed the case since it was opened or reopened; undefined while it is open. */
export function closingOf(file: CaseFile): Closing | undefined {
  return closingIn(file, sinceOpened(file));
}

const responses: readonly CaseOutcome[] = ['answered', 'partly-answered', 'refused'];

/** UK GDPR Art 12(3)–(4) — the first response that the person was given before the case was reopened. */
export function respondedBefore(file: CaseFile): Closing | undefined {
  return runsBefore(file)
    .map(events => closingIn(file, events))
    .find(closing => closing && responses.includes(closing.outcome));
}
