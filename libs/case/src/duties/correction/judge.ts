import type { CaseFile } from '../../case-file.js';
import {
  given,
  refuseDay,
  refuseWithoutReasons,
  type Judgement,
  type Judgements,
  type Judging,
} from '../../decide/judging.js';
import type { EventOf } from '../../events.js';
import { everyOne, receivedOn } from '../../what-happened.js';
import { doesNotFit } from '../does-not-fit.js';
import { notOnRecord } from '../not-on-record.js';
import type { Owed } from '../owed.js';
import type { Granted } from '../../rights/right-rules.js';
import type {
  CorrectionCommand,
  Finding,
  RecordCorrection,
  RecordFinding,
  WayOfCorrecting,
} from './commands.js';

const cite = 'UK GDPR Art 16 (R37)';

/** What puts right what was found; what is accurate is not changed, yet the person's own statement may stand beside it. */
const fitting: Readonly<Record<Finding, readonly WayOfCorrecting[]>> = {
  inaccurate: ['corrected', 'completed', 'statement-added'],
  incomplete: ['completed', 'statement-added'],
  accurate: ['statement-added'],
  opinion: ['marked-as-opinion', 'statement-added'],
};

function recordFinding(_judging: Judging, { finding, words, reasons }: RecordFinding): Judgement {
  return (
    refuseWithoutReasons(reasons, cite, 'The finding') ?? [
      { type: 'FindingRecorded', cite, finding, words, reasons },
    ]
  );
}

function recordCorrection(judging: Judging, command: RecordCorrection): Judgement {
  const { finding, how, words, on, isEarlierKept } = command;
  const found = everyOne(judging.file, 'FindingRecorded').find(({ number }) => number === finding);
  if (!found) return notOnRecord(cite, 'finding', finding);
  if (!fitting[found.finding].includes(how)) {
    const ways = fitting[found.finding].join(', ');
    return doesNotFit(
      cite,
      'how',
      `What was found ${found.finding} is not put right like this.`,
      `One of these fits: ${ways}. If the finding was wrong, take it back (\`take-back\`) and record another one.`,
    );
  }
  return (
    refuseDay(judging, { on }, receivedOn(judging.file)) ?? [
      { type: 'CorrectionMade', cite, on, finding, how, words, ...given('isEarlierKept', isEarlierKept) },
    ]
  );
}

export const correctionJudgements: Judgements<CorrectionCommand> = {
  'record-finding': recordFinding,
  'record-correction': recordCorrection,
};

const isWrong = ({ finding }: EventOf<'FindingRecorded'>): boolean =>
  finding === 'inaccurate' || finding === 'incomplete';

/** R37 — nobody can say that data is right or wrong without having looked. */
export function findingOwed(file: CaseFile): Owed | undefined {
  if (everyOne(file, 'FindingRecorded').length > 0) return undefined;
  const toDo = 'Record what the check of the data found, with the reasons (`record-finding`).';
  return { duty: 'finding', cite, toDo };
}

/** R37 — what is inaccurate is corrected, what is incomplete is completed, also by a supplementary statement. */
export function correctionOwed(file: CaseFile): Owed | undefined {
  const corrected = everyOne(file, 'CorrectionMade');
  const left = everyOne(file, 'FindingRecorded')
    .filter(isWrong)
    .filter(({ number }) => !corrected.some(({ finding }) => finding === number));
  if (left.length === 0) return undefined;
  const numbers = left.map(({ number }) => number).join(', ');
  return {
    duty: 'correction',
    cite,
    toDo: `Put right what the findings ${numbers} name, and record it (\`record-correction\`).`,
  };
}

/** R37 — the check has ended: it found something, and what was wrong is put right. */
export function isChecked(file: CaseFile): boolean {
  return !findingOwed(file) && !correctionOwed(file);
}

/** What the findings come to: all of what the person said was wrong, a part of it, or none. */
export function correctionGranted(file: CaseFile): Granted | undefined {
  const found = everyOne(file, 'FindingRecorded');
  if (found.length === 0) return undefined;
  const wrong = found.filter(isWrong).length;
  if (wrong === 0) return 'not-at-all';
  return wrong === found.length ? 'wholly' : 'partly';
}
