import type { CaseFile } from '../case-file.js';
import type { EventOf } from '../events.js';
import { everyOne, everySinceOpened } from '../what-happened.js';

/** What was decided on a proposal. */
export function settlementOf(
  file: CaseFile,
  proposal: number,
): EventOf<'StepApproved' | 'StepDeclined'> | undefined {
  return [...everyOne(file, 'StepApproved'), ...everyOne(file, 'StepDeclined')].find(
    settled => settled.proposal === proposal,
  );
}

/** The steps that wait for a second person. */
export function openProposals(file: CaseFile): EventOf<'StepProposed'>[] {
  return everySinceOpened(file, 'StepProposed').filter(({ number }) => !settlementOf(file, number));
}
