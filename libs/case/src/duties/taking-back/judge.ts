import type { CaseFile } from '../../case-file.js';
import { refuseWithoutReasons, type Judgement, type Judgements, type Judging } from '../../decide/judging.js';
import { openProposals } from '../../decide/open-proposals.js';
import { refuseSecondDecision } from '../../decide/pending-decision.js';
import type { CaseEvent, EventType } from '../../events.js';
import { standing } from '../../what-happened.js';
import { notOnRecord } from '../not-on-record.js';
import type { TakeBack, TakingBackCommand } from './commands.js';

const cite = 'UK GDPR Art 5(1)(d), 5(2)';

/** What somebody found out or did, and wrote down. What was decided, told, asked or restricted has ends of its own. */
export const canBeTakenBack: readonly EventType[] = [
  'FindingRecorded',
  'CorrectionMade',
  'DataErased',
  'PublicStepsRecorded',
  'ProcessingStopped',
  'RecipientNamed',
  'NoRecipientsRecorded',
  'RecipientOutcomeRecorded',
  'OtherPersonReviewed',
  'NoOtherPersonFound',
];

/** A correction rests on its finding, an outcome on its recipient: what rests on a mistake goes with it. */
function restsOn(event: CaseEvent, record: number): boolean {
  return (
    (event.type === 'CorrectionMade' && event.finding === record) ||
    (event.type === 'RecipientOutcomeRecorded' && event.recipient === record)
  );
}

function takenBackWith(file: CaseFile, record: number): readonly CaseEvent[] {
  return standing(file).filter(
    event => canBeTakenBack.includes(event.type) && (event.number === record || restsOn(event, record)),
  );
}

/** A step that waits for approval has done nothing yet: whoever works the case takes it back, also the proposer. */
function takeStepBack(proposal: number, reasons: TakeBack['reasons']): Judgement {
  return (
    refuseWithoutReasons(reasons, cite, 'Taking it back') ?? [
      { type: 'StepDeclined', cite, proposal, reasons },
    ]
  );
}

function takeBack({ file }: Judging, { record, reasons }: TakeBack): Judgement {
  if (openProposals(file).some(({ number }) => number === record)) return takeStepBack(record, reasons);
  const mistaken = takenBackWith(file, record);
  if (mistaken[0]?.number !== record) return notOnRecord(cite, 'record', record);
  return (
    refuseSecondDecision(file, () => true) ??
    refuseWithoutReasons(reasons, cite, 'Taking it back') ??
    mistaken.map(({ number }) => ({ type: 'RecordTakenBack', cite, record: number, reasons }) as const)
  );
}

export const takingBackJudgements: Judgements<TakingBackCommand> = { 'take-back': takeBack };
