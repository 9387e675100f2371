import type { CivilDate } from '@duly/law';
import { abandonableFrom, warningFor } from '../abandonment.js';
import type { Ask } from '../asks.js';
import type { Abandon } from '../commands.js';
import { holdingAsks } from '../holding-asks.js';
import type { CaseRefusal } from '../refusals.js';
import { refused, type Judgement, type Judging } from './judging.js';
import { refuseSecondDecision } from './pending-decision.js';

const cite = 'UK GDPR Art 12(4); ICO practice (R24)';

function refuseUnwarned(ask: Ask): CaseRefusal {
  return refused(
    'not-warned',
    cite,
    {
      message: 'The person has not been warned that the case may be closed without an answer.',
      remedy:
        'The warning goes out by itself; if it could not be sent, give it and record that it was given.',
    },
    { ask: ask.number },
  );
}

function refuseEarly(from: CivilDate, today: CivilDate): CaseRefusal {
  return refused(
    'too-early-to-abandon',
    cite,
    {
      message: `A reasonable time to reply ends later: the case can be closed from ${from}; today is ${today}.`,
      remedy: 'Wait until that day; the person may still reply.',
    },
    { from, today },
  );
}

/** R24 — by a person, after a warning and a reasonable time, never silently; with the routes of complaint (R31). */
export function abandon({ file, today }: Judging, { reasons }: Abandon): Judgement {
  const [ask] = holdingAsks(file);
  if (!ask) {
    return refused(
      'nothing-unanswered',
      cite,
      {
        message: 'The case waits for nothing from the person, so it cannot be abandoned.',
        remedy: 'Answer the request, or refuse it with a ground and reasons.',
      },
      {},
    );
  }
  const pending = refuseSecondDecision(file, () => true);
  if (pending) return pending;
  if (!warningFor(file, ask)) return refuseUnwarned(ask);
  const from = abandonableFrom(file, ask);
  if (today < from) return refuseEarly(from, today);
  return [{ type: 'AbandonmentDecided', cite, reasons }];
}
