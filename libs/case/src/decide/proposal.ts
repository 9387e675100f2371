import type { ApprovalSwitches } from '../case-settings.js';
import type { CaseFile } from '../case-file.js';
import type { ApprovableCommand, Approve, CaseCommand, DeclineApproval } from '../commands.js';
import type { EventOf } from '../events.js';
import type { CaseRefusal } from '../refusals.js';
import { everyOne, sinceOpened } from '../what-happened.js';
import { refused, type Judgement, type Judging } from './judging.js';

const cite = 'UK GDPR Arts 5(2), 24(1)';

const switchFor: Readonly<Record<ApprovableCommand['verb'], keyof ApprovalSwitches>> = {
  'ask-for-fee': 'fees',
  'extend-time': 'extensions',
  refuse: 'refusals',
  answer: 'disclosures',
};

/** Whether a second person must approve this step; off by default. */
export function needsApproval(file: CaseFile, command: CaseCommand): command is ApprovableCommand {
  const { approvals } = file.opening.settings;
  return (
    Object.hasOwn(switchFor, command.verb) && approvals[switchFor[command.verb as ApprovableCommand['verb']]]
  );
}

export function openProposals(file: CaseFile): EventOf<'StepProposed'>[] {
  const settled = [...everyOne(file, 'StepApproved'), ...everyOne(file, 'StepDeclined')];
  return sinceOpened(file).filter(
    (event): event is EventOf<'StepProposed'> =>
      event.type === 'StepProposed' && !settled.some(({ proposal }) => proposal === event.number),
  );
}

/** The step was judged and would be lawful now; it is judged again when it is approved. */
export function propose(file: CaseFile, command: ApprovableCommand): Judgement {
  const earlier = openProposals(file).find(({ command: { verb } }) => verb === command.verb);
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

function noSuchProposal(proposal: number): CaseRefusal {
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
  if (!step) return noSuchProposal(proposal);
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
  const judgement = judge(step.command);
  if ('code' in judgement) return judgement;
  const carriedOut = judgement.map(draft => ({ ...draft, by: step.by, approvedBy: by }));
  return [{ type: 'StepApproved', cite, proposal }, ...carriedOut];
}

/** Declining is open to everybody, the proposer included: it takes the step back. */
export function declineApproval({ file }: Judging, { proposal, reasons }: DeclineApproval): Judgement {
  const step = openProposals(file).find(({ number }) => number === proposal);
  if (!step) return noSuchProposal(proposal);
  return [{ type: 'StepDeclined', cite, proposal, reasons }];
}
