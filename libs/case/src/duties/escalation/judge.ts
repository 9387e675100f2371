import { refused, type Judgement, type Judgements, type Judging } from '../../decide/judging.js';
import type { Escalate, EscalationCommand } from './commands.js';

/** A case that waits for one person waits too long: without undue delay is a duty beside the last day (R33). */
const cite = 'UK GDPR Arts 5(2), 12(3) (R33)';

function escalate({ file }: Judging, { reasons }: Escalate): Judgement {
  if (!file.openTasks.some(({ kind }) => kind === 'escalation')) {
    return [{ type: 'CaseEscalated', cite, reasons }];
  }
  return refused(
    'already-escalated',
    cite,
    {
      message: 'The manager has been asked to look at this case already, and has not replied yet.',
      remedy: 'Add what is new as a note; the manager reads it with the case.',
    },
    {},
  );
}

export const escalationJudgements: Judgements<EscalationCommand> = { escalate };
