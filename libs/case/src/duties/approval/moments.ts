import { startOfLondonDay, toDay, type CivilDate, type ClockResult } from '@duly/law';
import type { CaseFile } from '../../case-file.js';
import { openProposals } from '../../decide/open-proposals.js';
import type { EventOf } from '../../events.js';
import type { Moment } from '../../moment.js';
import { before } from '../../spans.js';
import { everyOne } from '../../what-happened.js';

/** The last day on which the proposed step does what it is meant to do. */
function cutOffOf({ command }: EventOf<'StepProposed'>, clock: ClockResult): CivilDate | null {
  return command.verb === 'extend-time' ? clock.extensionNoticeBy : clock.planBy;
}

/** Art 5(2) — approval is ours, the date is the law's: what waits for it near the cut-off goes to the manager, once, and at once. */
export function escalations(file: CaseFile, clock: ClockResult): Moment[] {
  const { approvalNear } = file.opening.settings;
  if (!approvalNear) return [];
  const escalated = new Set(everyOne(file, 'ApprovalEscalated').map(({ proposal }) => proposal));
  return openProposals(file).flatMap((proposal): Moment[] => {
    const cutOff = cutOffOf(proposal, clock);
    if (cutOff === null || escalated.has(proposal.number)) return [];
    const cite = 'UK GDPR Arts 5(2), 12(3) (R33)';
    return [
      {
        at: startOfLondonDay(toDay(before(cutOff, approvalNear))),
        drafts: [{ type: 'ApprovalEscalated', cite, proposal: proposal.number, cutOff }],
      },
    ];
  });
}
