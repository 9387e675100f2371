import type { CivilDate } from '@duly/law';
import type { CaseFile } from './case-file.js';
import type { CaseEvent, EventType } from './events.js';
import { later } from './spans.js';
import { everyOne, isFollowedUp, noticeOf } from './what-happened.js';
import type { Asked } from './names.js';

/** One ask whose notice was given, and what has come of it. */
export interface Ask {
  readonly of: Asked;
  /** The number of the event `…Requested`. */
  readonly number: number;
  /** The number of the event `…AskDecided`. */
  readonly decided: number;
  /** The day on which its notice was given. */
  readonly on: CivilDate;
  /** We wait since this day: that of the ask, or of the papers that did not suffice. */
  readonly since: CivilDate;
  readonly isAnswered: boolean;
  /** Whether the case may stand still until it is answered; a fee for further copies holds nothing (R23). */
  readonly holds: boolean;
}

/** R21: what does not suffice has not arrived. */
function insufficientPapers(file: CaseFile): ReadonlyMap<number, CivilDate> {
  return new Map(everyOne(file, 'IdentityInsufficient').map(({ received, on }) => [received, on]));
}

function identityAsks(file: CaseFile): Ask[] {
  const insufficient = insufficientPapers(file);
  const asks = [...everyOne(file, 'IdentityRequested'), ...everyOne(file, 'ToldNotIdentified')];
  return asks.map(({ number, decided, on }) => {
    const papers = everyOne(file, 'IdentityReceived').filter(({ ask }) => ask === number);
    const since = papers.reduce((day, paper) => later(day, insufficient.get(paper.number) ?? day), on);
    const isAnswered = papers.some(paper => !insufficient.has(paper.number));
    return { of: 'identity', number, decided, on, since, isAnswered, holds: true };
  });
}

function authorityAsks(file: CaseFile): Ask[] {
  return everyOne(file, 'AuthorityRequested').map(({ number, decided, on }) => ({
    of: 'authority',
    number,
    decided,
    on,
    since: everyOne(file, 'AuthorityInsufficient')
      .filter(({ ask }) => ask === number)
      .reduce((day, answer) => later(day, answer.on), on),
    isAnswered: everyOne(file, 'AuthorityReceived').some(({ ask }) => ask === number),
    holds: true,
  }));
}

/** A fee that was set aside never moved the month (R23); by the number of its ask, or of the decision whose letter was never given. */
export function isSetAside(file: CaseFile, fee: number): boolean {
  return everyOne(file, 'FeeRefunded').some(({ ask, because }) => ask === fee && because === 'ask-set-aside');
}

function feeAsks(file: CaseFile): Ask[] {
  return everyOne(file, 'FeeRequested').map(({ number, decided, on, basis }) => ({
    of: 'fee',
    number,
    decided,
    on,
    since: on,
    isAnswered: isSetAside(file, number) || everyOne(file, 'FeePaid').some(({ ask }) => ask === number),
    holds: basis === '12(5)',
  }));
}

function clarificationAsks(file: CaseFile): Ask[] {
  const answers = [...everyOne(file, 'ClarificationReceived'), ...everyOne(file, 'ClarificationDeclined')];
  return everyOne(file, 'ClarificationRequested').map(({ number, decided, on }) => ({
    of: 'clarification',
    number,
    decided,
    on,
    since: on,
    isAnswered: answers.some(({ ask }) => ask === number),
    holds: true,
  }));
}

/** Every ask whose notice was given. */
export function asksOf(file: CaseFile): Ask[] {
  return [...identityAsks(file), ...authorityAsks(file), ...feeAsks(file), ...clarificationAsks(file)];
}

export function unanswered(file: CaseFile, of: Asked): Ask[] {
  return asksOf(file).filter(ask => ask.of === of && !ask.isAnswered);
}

const decidedAs = {
  identity: [
    ['IdentityAskDecided', 'IdentityRequested'],
    ['CannotIdentifyDecided', 'ToldNotIdentified'],
  ],
  authority: [['AuthorityAskDecided', 'AuthorityRequested']],
  fee: [['FeeAskDecided', 'FeeRequested']],
  clarification: [['ClarificationAskDecided', 'ClarificationRequested']],
} as const satisfies Readonly<Record<Asked, readonly (readonly [EventType, EventType])[]>>;

/** An ask that was decided and whose notice has not been given: it moves nothing yet. One given after the case had closed never will. */
export function askNotGiven(file: CaseFile, of: Asked): CaseEvent | undefined {
  return decidedAs[of]
    .flatMap(([decision, request]) =>
      everyOne(file, decision).filter(
        ({ number }) =>
          !isFollowedUp(file, number, [request]) && !noticeOf(file, number) && !isSetAside(file, number),
      ),
    )
    .at(0);
}
