import type { Instant } from '@duly/law';
import { withdrawals } from '../alarm.js';
import type { CaseFile } from '../case-file.js';
import { askClock, clockOf } from '../clock-of.js';
import { closingOf } from '../closing.js';
import type { CaseCommand, LimitingCommand } from '../commands.js';
import { isAfterClosing, isDestroying } from '../verbs.js';
import { assessRequest } from '../duties/assessment/judge.js';
import { competenceJudgements } from '../duties/competence/judge.js';
import { refuseWithoutStanding } from '../duties/competence/standing.js';
import { complaintJudgements } from '../duties/complaint/judge.js';
import { correctionJudgements } from '../duties/correction/judge.js';
import { decisionJudgements } from '../duties/decision/judge.js';
import { enquiryJudgements } from '../duties/enquiry/judge.js';
import { refuseUndecided } from '../duties/enquiry/standing-open.js';
import { erasureJudgements } from '../duties/erasure/judge.js';
import { estimateFee } from '../duties/fees/judge.js';
import { escalationJudgements } from '../duties/escalation/judge.js';
import { linkingJudgements } from '../duties/linking/judge.js';
import { marketingJudgements } from '../duties/marketing/judge.js';
import { rarerEndJudgements } from '../duties/rarer-ends/judge.js';
import { recipientJudgements } from '../duties/recipients/judge.js';
import { restrictionJudgements } from '../duties/restriction/judge.js';
import { exemptionJudgements } from '../duties/exemptions/judge.js';
import { particularsJudgements } from '../duties/particulars/judge.js';
import { othersJudgements } from '../duties/others/judge.js';
import { peopleJudgements } from '../duties/people/judge.js';
import { portabilityJudgements } from '../duties/portability/judge.js';
import { searchJudgements } from '../duties/search/judge.js';
import { takingBackJudgements } from '../duties/taking-back/judge.js';
import { weighingJudgements } from '../duties/weighing/judge.js';
import type { CaseEvent } from '../events.js';
import { evolveAll } from '../evolve.js';
import { refuseHeld } from '../hold.js';
import { londonDateAt } from '../instants.js';
import { isRefusal, type CaseRefusal, type Decision } from '../refusals.js';
import { isWeighed, rulesOf } from '../rights/rules-of.js';
import { isOfDuty } from '../rights/verbs-of-duties.js';
import { stamp } from '../stamp.js';
import { receipt, versionOf } from '../what-happened.js';
import { abandon } from './abandon.js';
import { addNote } from './add-note.js';
import { answer } from './answer.js';
import { askForAuthority } from './ask-for-authority.js';
import { askForClarification } from './ask-for-clarification.js';
import { askForFee } from './ask-for-fee.js';
import { askForIdentity } from './ask-for-identity.js';
import { declineClarification, recordClarification } from './clarification-answered.js';
import { correctReceiptDate } from './correct-receipt-date.js';
import { extendTime } from './extend-time.js';
import { judgeIdentity } from './judge-identity.js';
import { refused, type Judgement, type Judgements, type Judging } from './judging.js';
import { approve, declineApproval, needsApproval, propose } from './proposal.js';
import { recordAuthority } from './record-authority.js';
import { recordFee } from './record-fee.js';
import { recordIdentity } from './record-identity.js';
import { recordNoticeGiven } from './record-notice-given.js';
import { refundFee } from './refund-fee.js';
import { refuse } from './refuse.js';
import { removeExtension } from './remove-extension.js';
import { refuseReopening } from './reopen.js';
import { withdraw } from './withdraw.js';
import type { WeighedJudging } from './weighed.js';

/** One judgement per verb; the compiler holds that none is forgotten. */
const judgements: Judgements<Exclude<CaseCommand, LimitingCommand>> = {
  'ask-for-identity': askForIdentity,
  'record-identity': recordIdentity,
  'judge-identity': judgeIdentity,
  'ask-for-authority': askForAuthority,
  'record-authority': recordAuthority,
  'record-fee': recordFee,
  'refund-fee': refundFee,
  'ask-for-clarification': askForClarification,
  'record-clarification': recordClarification,
  'decline-clarification': declineClarification,
  answer,
  withdraw,
  abandon,
  'record-notice-given': recordNoticeGiven,
  reopen: refuseReopening,
  'correct-receipt-date': correctReceiptDate,
  'remove-extension': removeExtension,
  'add-note': addNote,
  approve: (judging, command) => approve(judging, command, step => judge(judging, step)),
  'decline-approval': declineApproval,
  ...complaintJudgements,
  ...marketingJudgements,
  ...searchJudgements,
  ...escalationJudgements,
  ...takingBackJudgements,
  ...linkingJudgements,
  ...rarerEndJudgements,
  ...enquiryJudgements,
  ...competenceJudgements,
  ...correctionJudgements,
  ...recipientJudgements,
  ...restrictionJudgements,
  ...weighingJudgements,
  ...decisionJudgements,
  ...erasureJudgements,
  ...exemptionJudgements,
  ...particularsJudgements,
  ...othersJudgements,
  ...peopleJudgements,
  ...portabilityJudgements,
};

/** What weighs something against the request can be asked of a right that is weighed only: the others have no such judgement. */
const limits: {
  readonly [Name in LimitingCommand['verb']]: (
    judging: WeighedJudging,
    command: Extract<LimitingCommand, { readonly verb: Name }>,
  ) => Judgement;
} = {
  'ask-for-fee': askForFee,
  'estimate-fee': estimateFee,
  'extend-time': extendTime,
  'assess-request': assessRequest,
  refuse,
};

function isLimiting(command: CaseCommand): command is LimitingCommand {
  return Object.hasOwn(limits, command.verb);
}

function judge(judging: Judging, command: CaseCommand): Judgement {
  const early = refuseLacking(judging.file, command) ?? refuseWithoutStanding(judging.file, command.verb);
  if (early) return early;
  const { right } = receipt(judging.file);
  if (isLimiting(command)) {
    if (!isWeighed(right))
      throw new Error(`The right ${right} does not say why it has no "${command.verb}".`);
    const limit = limits[command.verb] as (judging: WeighedJudging, command: CaseCommand) => Judgement;
    return limit({ ...judging, right }, command);
  }
  const judgement = judgements[command.verb] as (judging: Judging, command: CaseCommand) => Judgement;
  return judgement(judging, command);
}

function refuseClosed(file: CaseFile, { verb }: CaseCommand): CaseRefusal | undefined {
  const closing = closingOf(file);
  if (!closing || isAfterClosing(verb)) return undefined;
  return refused(
    'case-closed',
    'UK GDPR Art 12(3)–(4)',
    {
      message: `The case closed on ${closing.on}.`,
      remedy: 'Add a note, or reopen the case with the reasons.',
    },
    { closedOn: closing.on },
  );
}

/** A step of the shared life that this right has not, with the reason (R42, R50). */
function refuseLacking(file: CaseFile, { verb }: CaseCommand): CaseRefusal | undefined {
  const lack = rulesOf(file).lacks?.[verb];
  if (!lack) return undefined;
  const { cite, message, remedy, code = 'not-for-this-right' } = lack;
  return refused(code, cite, { message, remedy }, { right: receipt(file).right });
}

/** A verb of a duty is given only to the rights that have it. */
function refuseForeignDuty(file: CaseFile, command: CaseCommand): CaseRefusal | undefined {
  const { cite, verbs } = rulesOf(file);
  if (!isOfDuty(command) || verbs.includes(command.verb)) return undefined;
  const { right } = receipt(file);
  return refused(
    'not-for-this-right',
    cite,
    {
      message: `This right has no duty that "${command.verb}" would carry out.`,
      remedy: 'Give it to the case of the right it belongs to, or add a note.',
    },
    { right },
  );
}

function refuseVersion(file: CaseFile, expectedVersion: number | undefined): CaseRefusal | undefined {
  const version = versionOf(file);
  if (expectedVersion === undefined || expectedVersion === version) return undefined;
  return refused(
    'version-conflict',
    'no rule of law: somebody else was faster',
    {
      message: `The case has moved on: it is at version ${version}, not at ${expectedVersion}.`,
      remedy: 'Read the case again, then decide whether the step is still right.',
    },
    { expectedVersion, version },
  );
}

/** A step that contradicts the facts, or makes the case late without saying that it may, is not taken. */
function refuseEffect(judging: Judging, command: CaseCommand, after: CaseFile): CaseRefusal | undefined {
  const answered = askClock(after);
  if ('error' in answered) {
    const { field, message, remedy } = answered.error;
    return refused('contradicts-facts', 'UK GDPR Art 12A(2) (R16)', { message, remedy }, { field });
  }
  const { today, clock } = judging;
  const [before, dueDate] = [clock.effectiveDueDate, answered.clock.effectiveDueDate];
  const wasLate = before !== null && today > before;
  const isLate = dueDate !== null && today > dueDate && !closingOf(after);
  if (!isLate || wasLate || command.confirmLate === true) return undefined;
  return refused(
    'would-be-late',
    'UK GDPR Art 12A(1) (R11)',
    {
      message: `This step makes ${dueDate} the due date, and today is ${today}: the case would be late.`,
      remedy: 'If it is right all the same, give it again with `confirmLate`.',
    },
    { dueDate, today },
  );
}

/**
 * The only judge of a command: the events it causes, or one refusal. Pure; a dry run of it is the validator of every Update.
 * @param now the case's own time
 * @param expectedVersion the number of the last event that the caller has seen, where it matters to them
 */
export function decide(
  file: CaseFile,
  command: CaseCommand,
  now: Instant,
  expectedVersion?: number,
): Decision<CaseEvent> {
  const judging: Judging = { file, clock: clockOf(file).clock, today: londonDateAt(now), now };
  const refusing = (refusal: CaseRefusal): CaseRefusal => ({
    ...refusal,
    caseId: file.opening.caseId,
    verb: command.verb,
  });
  const early =
    refuseVersion(file, expectedVersion) ??
    refuseClosed(file, command) ??
    refuseUndecided(file, command.verb) ??
    refuseForeignDuty(file, command) ??
    (isDestroying(command) ? refuseHeld(command) : undefined);
  if (early) return refusing(early);
  const judged = judge(judging, command);
  if (isRefusal(judged)) return refusing(judged);
  const judgement = needsApproval(file, command) ? propose(file, command) : judged;
  if (isRefusal(judgement)) return refusing(judgement);
  const events = stamp(file, judgement, command.by, now);
  const after = evolveAll(file, events);
  const effect = refuseEffect(judging, command, after);
  if (effect) return refusing(effect);
  return [...events, ...stamp(after, withdrawals(after), 'time', now)];
}
