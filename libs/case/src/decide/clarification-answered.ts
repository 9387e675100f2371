import { unanswered, type Ask } from '../asks.js';
import type { DeclineClarification, RecordClarification } from '../commands.js';
import { given, happened, refuseDay, type Draft, type Judgement, type Judging } from './judging.js';
import { refuseUnasked } from './second-ask.js';

type Answering = RecordClarification | DeclineClarification;

/** The asks that an answer ends: the one it names, or all that are open (R27). */
function answered(judging: Judging, command: Answering, to: (ask: Ask) => Draft): Judgement {
  const open = unanswered(judging.file, 'clarification');
  const asks = command.ask === undefined ? open : open.filter(({ number }) => number === command.ask);
  const [first] = asks;
  if (!first) return refuseUnasked('clarification');
  const latest = asks.reduce((day, { on }) => (on > day ? on : day), first.on);
  return refuseDay(judging, command, latest) ?? asks.map(to);
}

/** R26 — the pause ends with the day of the answer, both days excluded. */
export function recordClarification(judging: Judging, command: RecordClarification): Judgement {
  return answered(judging, command, ({ number }) => ({
    type: 'ClarificationReceived',
    cite: 'UK GDPR Art 12A(5) (R26)',
    ask: number,
    ...given('words', command.words),
    ...happened(command),
  }));
}

/** R29 — to decline, or to repeat the request, ends the pause that day as well. */
export function declineClarification(judging: Judging, command: DeclineClarification): Judgement {
  return answered(judging, command, ({ number }) => ({
    type: 'ClarificationDeclined',
    cite: 'UK GDPR Art 12A(5) (R29)',
    ask: number,
    ...happened(command),
  }));
}
