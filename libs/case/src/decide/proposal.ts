import type { ApprovalSwitches } from '../case-settings.js';
import type { CaseFile } from '../case-file.js';
import type { ApprovableCommand, Approve, CaseCommand, DeclineApproval } from '../commands.js';
import type { CaseRefusal } from '../refusals.js';
import { refuseOwnAssessment } from '../duties/assessment/assessed.js';
import { openProposals, settlementOf } from './open-proposals.js';
import { refused, type Judgement, type Judging } from './judging.js';

const cite = 'UK GDPR Arts 5(2), 24(1)';

const switchFor: Readonly<Record<ApprovableCommand['verb'], keyof ApprovalSwitches>> = {
  'ask-for-fee': 'fees',
  'extend-time': 'extensions',
  refuse: 'refusals',
  // They send the person away as a refusal does (Arts 11(2), 12(2)).
  'cannot-identify': 'refusals',
  dismiss: 'refusals',
  'apply-exemption': 'exemptions',
  answer: 'disclosures',
};

/** Whether a second person must approve this step; off by default. */
export function needsApproval(file: CaseFile, command: CaseCommand): command is ApprovableCommand {
  const { approvals } = file.opening.settings;
  return (
    Object.hasOwn(switchFor, command.verb) && approvals[switchFor[command.verb as ApprovableCommand['verb']]]
  );
}

/** Several exemptions may wait at once; of all else there is one. */
function isSameStep(one: ApprovableCommand, other: ApprovableCommand): boolean {
  if (one.verb === 'apply-exemption' && other.verb === 'apply-exemption')
    return one.exemption === other.exemption;
  return one.verb === other.verb;
}

/** The step was judged and would be lawful now; it is judged again when it is approved. */
export function propose(file: CaseFile, command: ApprovableCommand): Judgement {
  const earlier = openProposals(file).find(({ command: proposed }) => isSameStep(proposed, command));
  if (!earlier) return [{ type: 'StepProposed', cite, command }];
  return refused(
    'already-proposed',
    cite,
    {
      message: `Event ${earlier.number} proposes this step already.`,
      remedy: 'Have it approved, or decline it first.',
    },
    { proposal: earlier.number },
  );
}

/** Of two who decide at once one is first; the other is told what became of it. */
function noSuchProposal(file: CaseFile, proposal: number): CaseRefusal {
  const settled = settlementOf(file, proposal);
  if (settled) {
    const how = settled.type === 'StepApproved' ? 'approved' : 'declined';
    return refused(
      'already-settled',
      cite,
      {
        message: `Somebody else was faster: event ${settled.number} ${how} this step on ${settled.on}.`,
        remedy: 'Read the case again; there is nothing left to decide on this proposal.',
      },
      { proposal, settled: settled.number },
    );
  }
  return refused(
    'no-such-proposal',
    cite,
    {
      message: `Event ${proposal} is no step that waits for approval.`,
      remedy: 'Name the number of the proposal, as the task shows it.',
    },
    { proposal },
  );
}

/** Nobody approves their own step. What was proposed is judged anew, and carried out in the proposer's name. */
export function approve(
  judging: Judging,
  { by, proposal }: Approve,
  judge: (command: CaseCommand) => Judgement,
): Judgement {
  const step = openProposals(judging.file).find(({ number }) => number === proposal);
  if (!step) return noSuchProposal(judging.file, proposal);
  if (step.by === by) {
    return refused(
      'own-proposal',
      cite,
      {
        message: 'Nobody approves a step that they proposed themselves.',
        remedy: 'Ask a second person to approve it.',
      },
      { by },
    );
  }
  const own = refuseOwnAssessment(judging.file, step.command, by);
  if (own) return own;
  const judgement = judge(step.command);
  if ('code' in judgement) return judgement;
  const carriedOut = judgement.map(draft => ({ ...draft, by: step.by, approvedBy: by }));
  return [{ type: 'StepApproved', cite, proposal }, ...carriedOut];
}

/** For an approver; whoever works the case takes a step back (`take-back`). */
export function declineApproval({ file }: Judging, { proposal, reasons }: DeclineApproval): Judgement {
  const step = openProposals(file).find(({ number }) => number === proposal);
  if (!step) return noSuchProposal(file, proposal);
  return [{ type: 'StepDeclined', cite, proposal, reasons }];
}
