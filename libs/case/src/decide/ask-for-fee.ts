import { refuseBoth, refuseSecondFee, refuseUnassessed } from '../duties/assessment/assessed.js';
import {
  askedAlready,
  feeTermsOf,
  refuseAboveEstimate,
  refuseAmount,
  refuseBasis,
} from '../duties/fees/judge.js';
import type { CaseFile } from '../case-file.js';
import type { AskForFee } from '../commands.js';
import type { CaseRefusal } from '../refusals.js';
import { given, refused, refuseWithoutReasons, type Judgement } from './judging.js';
import { refuseAfterPeriod } from './period-ended.js';
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

const withoutFee =
  'Answer without a fee, and say why it is late; or refuse, where the assessment on record is a ground (Art 12(5)(b)).';

/** R23, UK GDPR Arts 12(5), 15(3). The month waits only for the first, once its notice is given. */
export function askForFee(judging: WeighedJudging, command: AskForFee): Judgement {
  const { file, right, clock } = judging;
  const { basis, amountPence, assessment, reasons } = command;
  const cite = basis === '12(5)' ? 'UK GDPR Art 12(5) (R49)' : 'UK GDPR Art 15(3) (R23)';
  const { currency } = feeTermsOf(file);
  return (
    refuseBasis(right, basis) ??
    refuseAssessment(file, command) ??
    refuseAmount(file, amountPence, askedAlready(file)) ??
    refuseAboveEstimate(file, basis, amountPence) ??
    refuseWithoutReasons(reasons, cite, 'The fee') ??
    refuseSecondAsk(file, 'fee') ??
    (basis === '12(5)'
      ? (refuseSecondFee(file) ??
        refuseBoth(file, 'fee') ??
        refuseAfterPeriod(judging, clock.dueDate, 'UK GDPR Art 12A(2)(c) (R25)', withoutFee))
      : undefined) ?? [
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
