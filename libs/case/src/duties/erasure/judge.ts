import { erasureGrounds, refusalGrounds } from '@duly/law';
import type { CaseFile } from '../../case-file.js';
import {
  given,
  refused,
  refuseDay,
  refuseWithoutReasons,
  type Judgement,
  type Judgements,
  type Judging,
} from '../../decide/judging.js';
import type { EventOf } from '../../events.js';
import type { CaseRefusal } from '../../refusals.js';
import type { Granted } from '../../rights/right-rules.js';
import { everyOne, lastOne, receivedOn } from '../../what-happened.js';
import { doesNotFit } from '../does-not-fit.js';
import type { Owed } from '../owed.js';
import {
  decidedErasureGrounds,
  type CarryOutErasure,
  type ErasureCommand,
  type JudgeErasureException,
  type JudgeErasureGround,
  type RecordPublicSteps,
} from './commands.js';

const cite = 'UK GDPR Art 17(1) (R38)';
const exceptionCite = 'UK GDPR Art 17(3) (R38)';
const publicCite = 'UK GDPR Art 17(2) (R38)';

function judgeGround(_judging: Judging, command: JudgeErasureGround): Judgement {
  const { ground, applies, isFromChild, reasons } = command;
  const stands = `${erasureGrounds[ground].cite} (R38)`;
  return (
    refuseWithoutReasons(reasons, stands, 'The judgement of the ground') ?? [
      {
        type: 'ErasureGroundJudged',
        cite: stands,
        ground,
        applies,
        ...given('isFromChild', isFromChild),
        reasons,
      },
    ]
  );
}

/** Art 17(3) — necessary, and only so far as it is: so it says how far. */
function judgeException(_judging: Judging, command: JudgeErasureException): Judgement {
  const { exception, applies, extent, reasons } = command;
  const stands = `${refusalGrounds.erasure[exception].cite} (R38)`;
  if (applies !== (extent !== undefined)) {
    return doesNotFit(
      stands,
      'extent',
      'An exception that applies says to how much of the data; one that does not says nothing of it.',
      'Give `extent` (wholly or partly) where it applies, and leave it out where not.',
    );
  }
  return (
    refuseWithoutReasons(reasons, stands, 'The judgement of the exception') ?? [
      {
        type: 'ErasureExceptionJudged',
        cite: stands,
        exception,
        applies,
        ...given('extent', extent),
        reasons,
      },
    ]
  );
}

/** The judgement that stands of each ground, or of each exception: the last one. */
function lastOfEach<Judged>(judged: readonly Judged[], keyOf: (one: Judged) => string): readonly Judged[] {
  return [...new Map(judged.map(one => [keyOf(one), one])).values()];
}

function standingGrounds(file: CaseFile): readonly EventOf<'ErasureGroundJudged'>[] {
  return lastOfEach(everyOne(file, 'ErasureGroundJudged'), ({ ground }) => ground);
}

/** How far the grounds, less the exceptions, grant the erasure; undefined while no ground applies and some is not judged. */
export function erasureGranted(file: CaseFile): Granted | undefined {
  const grounds = standingGrounds(file);
  if (!grounds.some(({ applies }) => applies)) {
    return grounds.length === decidedErasureGrounds.length ? 'not-at-all' : undefined;
  }
  const exceptions = lastOfEach(everyOne(file, 'ErasureExceptionJudged'), ({ exception }) => exception);
  const extents = exceptions.map(({ extent }) => extent);
  if (extents.includes('wholly')) return 'not-at-all';
  return extents.includes('partly') ? 'partly' : 'wholly';
}

/** What is erased without a ground, or against an exception, is lost for nothing: data that must be kept is no one's to destroy. */
function refuseUngranted(file: CaseFile): CaseRefusal | undefined {
  const granted = erasureGranted(file);
  if (granted === 'wholly' || granted === 'partly') return undefined;
  return refused(
    'no-ground-to-erase',
    granted === undefined ? cite : exceptionCite,
    {
      message:
        granted === undefined
          ? 'No ground for erasure has been found to apply.'
          : 'What was judged leaves nothing to erase.',
      remedy: 'Judge the grounds and exceptions first (`judge-erasure-ground`, `judge-erasure-exception`).',
    },
    {},
  );
}

function carryOut(judging: Judging, { words, backups, wasPublic, on }: CarryOutErasure): Judgement {
  return (
    refuseUngranted(judging.file) ??
    refuseDay(judging, { on }, receivedOn(judging.file)) ?? [
      { type: 'DataErased', cite, on, words, backups, wasPublic },
    ]
  );
}

/** Art 17(2) — only whoever is obliged to erase tells others to. */
function recordPublicSteps(judging: Judging, { words, on }: RecordPublicSteps): Judgement {
  return (
    refuseUngranted(judging.file) ??
    refuseDay(judging, { on }, receivedOn(judging.file)) ?? [
      { type: 'PublicStepsRecorded', cite: publicCite, on, words },
    ]
  );
}

export const erasureJudgements: Judgements<ErasureCommand> = {
  'judge-erasure-ground': judgeGround,
  'judge-erasure-exception': judgeException,
  'carry-out-erasure': carryOut,
  'record-public-steps': recordPublicSteps,
};

/** R38 — a ground that applies, or each of the six judged not to. */
export function groundsOwed(file: CaseFile): Owed | undefined {
  if (erasureGranted(file) !== undefined) return undefined;
  const judged = standingGrounds(file).map(({ ground }) => ground);
  const left = decidedErasureGrounds.filter(ground => !judged.includes(ground)).join(', ');
  return {
    duty: 'grounds',
    cite,
    toDo: `Judge whether a ground applies (\`judge-erasure-ground\`); left: ${left}.`,
  };
}

/** R38 — the answer says what was erased, so it has been. */
export function erasureOwed(file: CaseFile): Owed | undefined {
  const granted = erasureGranted(file);
  if (granted === undefined || granted === 'not-at-all' || lastOne(file, 'DataErased')) return undefined;
  const toDo = 'Erase the data, and record it with what happens to the backups (`carry-out-erasure`).';
  return { duty: 'erasure', cite, toDo, isOwedByPart: true };
}

/** Art 17(2) — where the data had been made public. */
export function publicStepsOwed(file: CaseFile): Owed | undefined {
  const wasPublic = everyOne(file, 'DataErased').some(erased => erased.wasPublic);
  if (!wasPublic || lastOne(file, 'PublicStepsRecorded')) return undefined;
  const toDo = 'Record the steps taken to tell other controllers (`record-public-steps`).';
  return { duty: 'public-copies', cite: publicCite, toDo, isOwedByPart: true };
}
