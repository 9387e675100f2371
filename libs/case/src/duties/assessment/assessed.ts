import type { CaseFile } from '../../case-file.js';
import type { ApprovableCommand } from '../../commands.js';
import { refused } from '../../decide/judging.js';
import { askNotGiven, isSetAside } from '../../asks.js';
import type { CaseEvent, EventOf } from '../../events.js';
import { feeAssessments, type FeeAssessment, type StaffId } from '../../names.js';
import type { CaseRefusal } from '../../refusals.js';
import { everyOne, lastOne, sinceOpened } from '../../what-happened.js';

const cite = 'UK GDPR Art 12(5) (R49)';

/** The assessment that stands: the last one. */
export function assessmentOf(file: CaseFile): EventOf<'RequestAssessed'> | undefined {
  return lastOne(file, 'RequestAssessed');
}

/** Cases that were opened before assessments were kept on record go on without. */
export function refuseUnassessed(file: CaseFile, as: FeeAssessment): CaseRefusal | undefined {
  if (file.opening.settings.assessments !== 'required') return undefined;
  if (assessmentOf(file)?.finding === as) return undefined;
  return refused(
    'not-assessed',
    cite,
    {
      message: `No assessment on record finds this request ${as.replace('-', ' ')}.`,
      remedy: 'Assess it factor by factor, with evidence (`assess-request`); else deal with the request.',
    },
    { assessment: as },
  );
}

export const isManifestly = (ground: string): ground is FeeAssessment =>
  feeAssessments.some(assessment => assessment === ground);

/** The fee under Art 12(5) that was asked for and not set aside, or whose letter is on its way. */
export function standingFee(file: CaseFile): EventOf<'FeeRequested' | 'FeeAskDecided'> | undefined {
  const asked = everyOne(file, 'FeeRequested').find(
    ({ basis, number }) => basis === '12(5)' && !isSetAside(file, number),
  );
  const decided = askNotGiven(file, 'fee');
  return asked ?? (decided?.type === 'FeeAskDecided' && decided.basis === '12(5)' ? decided : undefined);
}

/** What the person was told the fee stands on. */
export function feeAssessmentOf(
  file: CaseFile,
  fee: EventOf<'FeeRequested' | 'FeeAskDecided'>,
): FeeAssessment | undefined {
  const number = fee.type === 'FeeRequested' ? fee.decided : fee.number;
  return everyOne(file, 'FeeAskDecided').find(decided => decided.number === number)?.assessment;
}

/** One request, one fee: another would begin its month anew (Arts 12(5), 12A(2)(c)); R23. */
export function refuseSecondFee(file: CaseFile): CaseRefusal | undefined {
  const fee = standingFee(file);
  if (!fee) return undefined;
  return refused(
    'fee-stands',
    cite,
    {
      message: `One fee is charged for one request, and event ${fee.number} has asked for it.`,
      remedy: 'Deal with the request; or set that fee aside first (`refund-fee`, `ask-set-aside`).',
    },
    { fee: fee.number },
  );
}

/** The other choice of Art 12(5), where it was made already. */
function otherChoice(file: CaseFile, choosing: 'fee' | 'refusal'): CaseEvent | undefined {
  if (choosing === 'refusal') {
    return standingFee(file);
  }
  return sinceOpened(file).find(event => event.type === 'RefusalDecided' && isManifestly(event.ground));
}

/** Art 12(5)(a) *or* (b): who charges a fee deals with the request, and who refuses charges nothing. */
export function refuseBoth(file: CaseFile, choosing: 'fee' | 'refusal'): CaseRefusal | undefined {
  const other = otherChoice(file, choosing);
  if (!other) return undefined;
  return refused(
    'fee-or-refusal',
    cite,
    {
      message: `The law lets you charge a fee or refuse, not both: event ${other.number} has chosen.`,
      remedy: 'Stay with that choice; a fee that was paid can be set aside and paid back first.',
    },
    { decided: other.number },
  );
}

function restsOnAssessment(command: ApprovableCommand): boolean {
  if (command.verb === 'ask-for-fee') return command.basis === '12(5)';
  return command.verb === 'refuse' && isManifestly(command.ground);
}

/** Four eyes: who found the request manifestly unfounded or excessive does not approve what rests on it. */
export function refuseOwnAssessment(
  file: CaseFile,
  command: ApprovableCommand,
  by: StaffId,
): CaseRefusal | undefined {
  const assessment = assessmentOf(file);
  if (assessment?.by !== by || !restsOnAssessment(command)) return undefined;
  return refused(
    'own-assessment',
    'UK GDPR Arts 5(2), 12(5) (R49)',
    {
      message: 'Nobody approves a fee or refusal that rests on an assessment of their own.',
      remedy: 'Ask somebody else to approve it.',
    },
    { assessment: assessment.number },
  );
}
