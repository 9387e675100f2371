import type { Instant } from '@duly/law';
import type { CaseFile } from '../case-file.js';
import { closingOf } from '../closing.js';
import type { Reopen } from '../commands.js';
import type { CaseEvent } from '../events.js';
import { londonDateAt, writeInstant } from '../instants.js';
import type { CaseRefusal, Decision } from '../refusals.js';
import { versionOf } from '../what-happened.js';
import { refused } from './judging.js';

/** A running case cannot be reopened, nor one whose run still waits for the outcome of its last letter. */
export function refuseReopening(): CaseRefusal {
  return refused(
    'case-open',
    'UK GDPR Art 12(3) (R24)',
    {
      message: 'The case is open, or its last letter still has no outcome.',
      remedy: 'Go on with it as it is; reopening is for a case that has ended.',
    },
    {},
  );
}

/**
 * A new run of a closed case: every event so far, then `CaseReopened`. They are the events of the next {@link CaseOpening}.
 * @param previousHistory hash of the history of the run before, in hexadecimal
 */
export function decideReopening(
  file: CaseFile,
  { by, reasons }: Reopen,
  previousHistory: string,
  now: Instant,
): Decision<CaseEvent> {
  if (!closingOf(file)) return refuseReopening();
  return [
    ...file.events,
    {
      number: versionOf(file) + 1,
      run: file.opening.run + 1,
      type: 'CaseReopened',
      on: londonDateAt(now),
      at: writeInstant(now),
      recordedAt: writeInstant(now),
      by,
      cite: 'UK GDPR Art 12(3) (R24)',
      reasons,
      previousHistory,
    },
  ];
}
