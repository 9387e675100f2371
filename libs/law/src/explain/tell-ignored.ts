import type { Arrival, ClarificationAnswer, Facts, OtherReceipt } from '../clock/facts.js';
import { nameOf, ruleOf } from '../clock/relevant-time.js';
import { writeDay, type Day } from '../dates/civil-date.js';
import type { Duty, Precondition } from '../rulesets/ruleset.js';
import { withWeekday, type Listener, type Step } from './step.js';

/** The first day on which each thing was asked for: what came earlier, or was never asked for, is ignored. */
function firstAsks<Name>(
  asks: readonly { readonly on: Day }[],
  nameOfAsk: (index: number) => Name,
): Map<Name, Day> {
  const first = new Map<Name, Day>();
  asks.forEach(({ on }, index) => {
    const name = nameOfAsk(index);
    if (!first.has(name)) first.set(name, on);
  });
  return first;
}

function arrivalStep({ of, on, sufficient }: Arrival, wasAsked: boolean, duty: Duty): Step | undefined {
  if (wasAsked && sufficient) return undefined;
  const thing = nameOf[of].replace(/^./, letter => letter.toUpperCase());
  return {
    rule: ruleOf[of],
    cite: duty.waitsCite[of],
    inputs: { of, arrivedOn: writeDay(on), sufficient },
    outcome: wasAsked ? 'INSUFFICIENT' : 'UNSOLICITED',
    text: wasAsked
      ? `What came for ${nameOf[of]} on ${withWeekday(on)} does not suffice: it counts as not received.`
      : `${thing} that came on ${withWeekday(on)} had not been asked for by then: it is ignored.`,
  };
}

function answerStep({ ref, on }: ClarificationAnswer, duty: Duty): Step {
  const named = ref === '' ? '' : ` “${ref}”`;
  return {
    rule: 'R29',
    cite: duty.pauseCite,
    inputs: { ref, answeredOn: writeDay(on) },
    outcome: 'UNSOLICITED',
    text: `A clarification${named} that came on ${withWeekday(on)} had not been asked for by then: it is ignored.`,
  };
}

const nameOfReceipt: Readonly<Record<OtherReceipt['type'], string>> = {
  received: 'The request',
  complaint_received: 'The complaint',
  consultation_received_by_regulator: 'The consultation',
};

/** R50, R54 — a complaint about a request is a case of its own, linked with it; neither moves the other's dates. */
function otherReceiptStep({ type, on }: OtherReceipt, duty: Duty): Step {
  return {
    rule: 'R50, R54',
    cite: duty.startCite,
    inputs: { type, on: writeDay(on) },
    outcome: 'OTHER_CLOCK',
    text: `${nameOfReceipt[type]} received on ${withWeekday(on)} has a clock of its own, and moves nothing here.`,
  };
}

/** R21, R29 — what arrived without having been asked for, what did not suffice, what began another clock: each has a step that says so. */
export function tellIgnored(facts: Facts, duty: Duty, listener: Listener): void {
  listener.steps(() => {
    const { asks, arrivals, clarificationAsks, clarificationAnswers, otherReceipts } = facts;
    const asked = firstAsks<Precondition | undefined>(asks, index => asks[index]?.of);
    const clarified = firstAsks(clarificationAsks, index => clarificationAsks[index]?.ref ?? '');
    const ofArrivals = arrivals.map(arrival =>
      arrivalStep(arrival, (asked.get(arrival.of) ?? Infinity) <= arrival.on, duty),
    );
    const ofAnswers = clarificationAnswers
      .filter(({ ref, on }) => (clarified.get(ref) ?? Infinity) > on)
      .map(answer => answerStep(answer, duty));
    const ofReceipts = otherReceipts.map(receipt => otherReceiptStep(receipt, duty));
    return [...ofReceipts, ...ofArrivals.filter(step => step !== undefined), ...ofAnswers];
  });
}
