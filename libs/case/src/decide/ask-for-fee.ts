import { refuseBoth, refuseUnassessed } from '../duties/assessment/assessed.js';
import { feeTermsOf, refuseAboveEstimate, refuseAmount, refuseBasis } from '../duties/fees/judge.js';
import type { CaseFile } from '../case-file.js';
import type { AskForFee } from '../commands.js';
import type { CaseRefusal } from '../refusals.js';
import { given, refused, refuseWithoutReasons, type Judgement } from './judging.js';
import { refuseSecondAsk } from './second-ask.js';
import type { WeighedJudging } from './weighed.js';

/** R49 — the fee that moves the month rests on an assessment with reasons; the burden is the controller's. */
function refuseAssessment(file: CaseFile, { basis, assessment }: AskForFee): CaseRefusal | undefined {
  if (basis === '15(3)') return undefined;
  if (assessment !== undefined) return refuseUnassessed(file, assessment);
  return refused(
    'assessment-missing',
    'UK GDPR Art 12(5) (R49)',
    {
      message: 'A fee under Article 12(5) needs an assessment of the request.',
      remedy:
        'Assess it as manifestly unfounded or manifestly excessive and give the reasons; otherwise no fee is due.',
    },
    {},
  );
}

/** R23, UK GDPR Arts 12(5), 15(3). The month waits only for the first, once its notice is given. */
export function askForFee({ file, right }: WeighedJudging, command: AskForFee): Judgement {
  const { basis, amountPence, assessment, reasons } = command;
  const cite = basis === '12(5)' ? 'UK GDPR Art 12(5) (R49)' : 'UK GDPR Art 15(3) (R23)';
  const { currency } = feeTermsOf(file);
  return (
    refuseBasis(right, basis) ??
    refuseAssessment(file, command) ??
    refuseAmount(file, amountPence) ??
    refuseAboveEstimate(file, basis, amountPence) ??
    refuseWithoutReasons(reasons, cite, 'The fee') ??
    refuseSecondAsk(file, 'fee') ??
    (basis === '12(5)' ? refuseBoth(file, 'fee') : undefined) ?? [
      {
        type: 'FeeAskDecided',
        cite,
        basis,
        amountPence,
        ...(currency === 'GBP' ? {} : { currency }),
        reasons,
        ...given('assessment', assessment),
      },
    ]
  );
}
