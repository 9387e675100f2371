import type { CasesToHold, HeldSummary, KeepingActivities } from '@duly/case-protocol';
import { archiveHistories } from './archive-histories.js';
import { holdCases, recordHeld } from './hold-cases.js';
import type { KeepingRoom } from './keeping-room.js';

/** Everything that the workflows that keep the record ask of the world. */
export function keepingActivities(room: KeepingRoom) {
  return {
    archiveHistories: () => archiveHistories(room),
    holdCases: (cases: CasesToHold) => holdCases(room, cases),
    recordHeld: (summary: HeldSummary) => recordHeld(room, summary),
  } satisfies KeepingActivities;
}
