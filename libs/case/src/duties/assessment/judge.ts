import { excessiveFactors, unfoundedFactors } from '@duly/law';
import { refused, refuseWithoutReasons, type Judgement } from '../../decide/judging.js';
import type { CaseFile } from '../../case-file.js';
import type { WeighedJudging } from '../../decide/weighed.js';
import type { CaseRefusal } from '../../refusals.js';
import { feeAssessmentOf, standingFee } from './assessed.js';
import type { AssessRequest, WeighedFactor } from './commands.js';

const cite = 'UK GDPR Art 12(5) (R49)';

const speaksFor = {
  'manifestly-unfounded': unfoundedFactors,
  'manifestly-excessive': excessiveFactors,
} as const;

/** The burden of showing it is the controller's: what nothing shows is not weighed. */
function refuseWithoutEvidence(factors: readonly WeighedFactor[]): CaseRefusal | undefined {
  const bare = factors.find(({ words }) => words === undefined || words === '');
  if (!bare) return undefined;
  return refused(
    'evidence-missing',
    cite,
    {
      message: `Nothing shows the factor "${bare.factor}": it has no evidence.`,
      remedy: 'Say what shows it (`words`), or leave the factor out.',
    },
    { factor: bare.factor },
  );
}

/** Rude words or earlier bad requests are not enough by themselves. */
function refuseWithoutFactor({ finding, factors }: AssessRequest): CaseRefusal | undefined {
  if (finding === 'neither') return undefined;
  if (factors.some(({ factor }) => Object.hasOwn(speaksFor[finding], factor))) return undefined;
  return refused(
    'factor-missing',
    cite,
    {
      message: `None of the factors given makes a request ${finding.replace('-', ' ')}.`,
      remedy: `Weigh at least one of ${Object.keys(speaksFor[finding]).join(', ')}, or find \`neither\` and deal with the request.`,
    },
    { finding },
  );
}

/** A fee stands on the finding that the person was told: what finds otherwise comes after the fee is set aside, and they hear of it. */
function refuseUnderFee(file: CaseFile, { finding }: AssessRequest): CaseRefusal | undefined {
  const fee = standingFee(file);
  if (!fee || finding === feeAssessmentOf(file, fee)) return undefined;
  return refused(
    'fee-stands',
    cite,
    {
      message: `Event ${fee.number} charges a fee on the finding before.`,
      remedy: 'Set the fee aside first (`refund-fee`, `ask-set-aside`), then assess the request anew.',
    },
    { fee: fee.number },
  );
}

/** R49 — of this case alone: no finding reaches another, and no setting makes one. A later assessment takes the place of an earlier one. */
export function assessRequest({ file }: WeighedJudging, command: AssessRequest): Judgement {
  const { finding, factors, reasons } = command;
  return (
    refuseWithoutReasons(reasons, cite, 'The assessment') ??
    refuseWithoutEvidence(factors) ??
    refuseWithoutFactor(command) ??
    refuseUnderFee(file, command) ?? [
      {
        type: 'RequestAssessed',
        cite,
        finding,
        factors: factors.map(({ factor, words }) => ({ factor, words: words ?? '' })),
        reasons: reasons ?? '',
      },
    ]
  );
}
