import type { AskForFee } from '../commands.js';
import type { CaseRefusal } from '../refusals.js';
import { receipt } from '../what-happened.js';
import { given, refused, refuseWithoutReasons, type Judgement, type Judging } from './judging.js';
import { refuseSecondAsk } from './second-ask.js';

const mostPence = 1_000_000;

function refuseRight({ file }: Judging, { basis }: AskForFee): CaseRefusal | undefined {
  const { right } = receipt(file);
  const isMarketing = right === 'objection_direct_marketing';
  if (!isMarketing && (basis === '12(5)' || right === 'access')) return undefined;
  return refused(
    'not-for-this-right',
    isMarketing ? 'UK GDPR Art 21(2)–(3) (R42)' : 'UK GDPR Art 15(3) (R23)',
    {
      message: isMarketing
        ? 'An objection to direct marketing is absolute: no fee can be charged for it.'
        : 'Further copies are a matter of the right of access only.',
      remedy: isMarketing
        ? 'Stop the marketing and answer.'
        : 'Charge under Article 12(5), if the request is manifestly unfounded or excessive; else answer without a fee.',
    },
    { right },
  );
}

/** R49 — the fee that moves the month rests on an assessment with reasons; the burden is the controller's. */
function refuseAssessment({ basis, assessment }: AskForFee): CaseRefusal | undefined {
  if (basis === '15(3)' || assessment !== undefined) return undefined;
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

function refuseAmount({ amountPence }: AskForFee): CaseRefusal | undefined {
  if (Number.isInteger(amountPence) && amountPence >= 1 && amountPence <= mostPence) return undefined;
  return refused(
    'amount-out-of-range',
    'UK GDPR Art 12(5)(a) (R23)',
    {
      message: `A fee is a whole number of pence from 1 to ${mostPence}.`,
      remedy: 'Give a reasonable fee that covers administrative costs.',
    },
    { amountPence },
  );
}

/** R23, UK GDPR Arts 12(5), 15(3). The month waits only for the first, once its notice is given. */
export function askForFee(judging: Judging, command: AskForFee): Judgement {
  const { basis, amountPence, assessment, reasons } = command;
  const cite = basis === '12(5)' ? 'UK GDPR Art 12(5) (R49)' : 'UK GDPR Art 15(3) (R23)';
  return (
    refuseRight(judging, command) ??
    refuseAssessment(command) ??
    refuseAmount(command) ??
    refuseWithoutReasons(reasons, cite, 'The fee') ??
    refuseSecondAsk(judging.file, 'fee') ?? [
      { type: 'FeeAskDecided', cite, basis, amountPence, reasons, ...given('assessment', assessment) },
    ]
  );
}
