import type { CivilDate, ClockFact, ClockInput, ClosingType } from '@duly/law';
import { asksOf, isSetAside } from './asks.js';
import type { Asked } from './names.js';
import { givenOn } from './came-back/doubt.js';
import type { CaseFile, CaseOutcome } from './case-file.js';
import { closingOf } from './closing.js';
import type { CaseEvent } from './events.js';
import { isRemoved } from './extension.js';
import { neverReached } from './never-reached.js';
import { toldBy } from './told-by.js';
import { receipt, receivedOn } from './what-happened.js';

type PauseFact = 'clarification_requested' | 'clarification_received' | 'clarification_declined';
type FactWithoutPause = Exclude<ClockFact, { readonly type: PauseFact }>;

function closes(outcome: CaseOutcome): ClosingType {
  switch (outcome) {
    case 'answered':
    case 'partly-answered':
    case 'concluded':
      return 'completed';
    case 'refused':
      return 'refused';
    // To the clock of this right the request is gone as if taken back; reclassified, it runs on in another case; dismissed, it never was one.
    case 'withdrawn':
    case 'reclassified':
    case 'dismissed':
      return 'withdrawn';
    case 'abandoned':
    case 'not-identified':
      return 'abandoned';
    case 'died':
      return 'died';
    default:
      return neverReached(outcome);
  }
}

/** Papers that are still being looked at count from their arrival; only a judgement against them takes that back (R21). */
function suffices(file: CaseFile, papers: number): boolean {
  return !file.events.some(event => event.type === 'IdentityInsufficient' && event.received === papers);
}

/**
 * R21–R23 — to the clock an arrival meets every ask of its kind of that day or before. What answered one ask is no answer to another that
 * was made later on the same day: then the month waits for the second alone, and that is the later of the two.
 */
function isAskedAnew(
  file: CaseFile,
  of: Asked,
  { ask, on }: { readonly ask: number; readonly on: CivilDate },
): boolean {
  return asksOf(file).some(
    other =>
      other.of === of &&
      other.holds &&
      other.number > ask &&
      other.on === on &&
      !isSetAside(file, other.number),
  );
}

/** The fact that one event is to the clock. What was decided is none; it counts on the day its notice was given. */
function factOf(file: CaseFile, event: CaseEvent): FactWithoutPause | undefined {
  return toldBy<FactWithoutPause | undefined>(event, {
    IdentityRequested: asked => ({ type: 'id_requested', ...givenOn(file, asked), reasonableDoubts: true }),
    // Art 11(2): what the person then sends is what Art 12A(2)(b) waits for.
    ToldNotIdentified: asked => ({ type: 'id_requested', ...givenOn(file, asked), reasonableDoubts: true }),
    IdentityReceived: papers =>
      isAskedAnew(file, 'identity', papers)
        ? undefined
        : { type: 'id_received', date: papers.on, sufficient: suffices(file, papers.number) },
    AuthorityRequested: asked => ({ type: 'authority_requested', ...givenOn(file, asked) }),
    AuthorityReceived: ({ on, ask }) =>
      ask === undefined || isAskedAnew(file, 'authority', { on, ask })
        ? undefined
        : { type: 'authority_received', date: on },
    FeeRequested: asked =>
      isSetAside(file, asked.number)
        ? undefined
        : { type: 'fee_requested', ...givenOn(file, asked), basis: asked.basis },
    FeePaid: paid =>
      isSetAside(file, paid.ask) || isAskedAnew(file, 'fee', paid)
        ? undefined
        : { type: 'fee_paid', date: paid.on },
    TimeExtended: extended =>
      isRemoved(file, extended.decided)
        ? undefined
        : { type: 'extension_notified', ...givenOn(file, extended), reasons: true },
  });
}

/** R26 — each pause by the number of its ask, so that several that overlap stay apart (R27). */
function clarificationFacts(file: CaseFile): ClockFact[] {
  const asks = asksOf(file).filter(({ of }) => of === 'clarification');
  return asks.flatMap(({ number, decided, on }): ClockFact[] => {
    const ref = String(number);
    const answer = file.events.find(
      event =>
        (event.type === 'ClarificationReceived' || event.type === 'ClarificationDeclined') &&
        event.ask === number,
    );
    const asked: ClockFact = {
      type: 'clarification_requested',
      ...givenOn(file, { number, decided, on }),
      ref,
    };
    return answer ? [asked, { type: 'clarification_received', date: answer.on, ref }] : [asked];
  });
}

/** What the law's clock is told about a case: each ask, extension, refusal and answer on the day its notice was given. */
export function clockInputOf(file: CaseFile): ClockInput {
  const { right } = receipt(file);
  const { calendar } = file;
  const { settings } = file.opening;
  const closing = closingOf(file);
  const events: FactWithoutPause[] = [
    { type: right === 'complaint' ? 'complaint_received' : 'received', date: receivedOn(file) },
    ...file.events.map(event => factOf(file, event)).filter(fact => fact !== undefined),
    ...(closing ? [{ type: closes(closing.outcome), date: closing.on } as const] : []),
  ];
  const input = { id: file.opening.caseId, calendar: calendar.name, policy: settings.policy };
  return right === 'access'
    ? { ...input, right, events: [...events, ...clarificationFacts(file)] }
    : { ...input, right, events };
}
