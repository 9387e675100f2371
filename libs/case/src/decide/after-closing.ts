import type { Instant } from '@duly/law';
import type { CaseFile } from '../case-file.js';
import type { CaseCommand } from '../commands.js';
import type { CaseEvent } from '../events.js';
import { evolveAll } from '../evolve.js';
import { isRefusal, type Decision } from '../refusals.js';
import { stamp } from '../stamp.js';
import { decide } from './decide.js';

/**
 * What is done when a case has closed and its run is over (Arts 18(3), 19): a run of its own, which leaves outcome and lateness as they
 * are. They are the events of the next {@link CaseFile.opening}: every event so far, `TakenUpAfterClosing`, then what the command causes.
 * @param previousHistory hash of the history of the run before, in hexadecimal
 */
export function decideAfterClosing(
  file: CaseFile,
  command: CaseCommand,
  previousHistory: string,
  now: Instant,
): Decision<CaseEvent> {
  const refused = decide(file, command, now);
  if (isRefusal(refused)) return refused;
  const next = { ...file, opening: { ...file.opening, run: file.opening.run + 1 } };
  const cite = 'UK GDPR Art 5(2)';
  const taken = stamp(next, [{ type: 'TakenUpAfterClosing', cite, previousHistory }], command.by, now);
  const decided = decide(evolveAll(next, taken), command, now);
  return isRefusal(decided) ? decided : [...file.events, ...taken, ...decided];
}
