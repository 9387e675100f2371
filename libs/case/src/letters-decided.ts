import type { CaseFile } from './case-file.js';
import { clockOf } from './clock-of.js';
import type { CaseEvent } from './events.js';
import { letterIdOf, occasionOf } from './ids.js';
import { letterRulesFor, type LetterOrder } from './letters.js';
import { toldBy } from './told-by.js';
import { numbered, receipt, receivedOn } from './what-happened.js';

/** The decision of the ask whose notice is the event of this number. */
function decisionOf(file: CaseFile, ask: number): CaseEvent | undefined {
  const requested = numbered(file, ask);
  return requested && 'decided' in requested ? numbered(file, requested.decided) : undefined;
}

/** The ask that a reminder, a warning or a refund speaks of. */
function aboutWhat(file: CaseFile, event: CaseEvent): CaseEvent | undefined {
  const asked = ({ ask }: { ask: number }): CaseEvent | undefined => decisionOf(file, ask);
  return toldBy<CaseEvent | undefined>(event, {
    ReminderDue: reminder => (reminder.to === 'requester' ? asked(reminder) : undefined),
    AbandonmentWarningDecided: asked,
    EnquiryPromoted: () => receipt(file),
    FeeRefunded: asked,
    AuthorityInsufficient: asked,
    IdentityInsufficient: ({ received }) => {
      const papers = numbered(file, received);
      return papers?.type === 'IdentityReceived' ? asked(papers) : undefined;
    },
  });
}

/** The letters that one event decides, with the dates as they stand. */
export function lettersDecidedBy(file: CaseFile, event: CaseEvent): readonly LetterOrder[] {
  const { opening } = file;
  const { right, people } = receipt(file);
  const rules = letterRulesFor(event, people);
  if (rules.length === 0) return [];
  const { clock } = clockOf(file);
  const about = aboutWhat(file, event);
  return rules.map(rule => ({
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
    decided: event,
    ...(about ? { about } : {}),
  }));
}
