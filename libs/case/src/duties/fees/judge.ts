import { defaultCaseSettings, type FeeTerms } from '../../case-settings.js';
import type { CaseFile } from '../../case-file.js';
import { refused, type Judgement } from '../../decide/judging.js';
import type { WeighedJudging } from '../../decide/weighed.js';
import type { EventOf } from '../../events.js';
import type { FeeBasis, WeighedRight } from '../../names.js';
import type { CaseRefusal } from '../../refusals.js';
import { everyOne } from '../../what-happened.js';
import type { EstimateFee } from './commands.js';

const cite = 'UK GDPR Art 12(5)(a) (R23)';

export function feeTermsOf(file: CaseFile): FeeTerms {
  return file.opening.settings.fees ?? defaultCaseSettings.fees;
}

/** The estimate that stands for a fee on this basis. */
export function estimateOf(file: CaseFile, basis: FeeBasis): EventOf<'FeeEstimated'> | undefined {
  return everyOne(file, 'FeeEstimated').findLast(estimate => estimate.basis === basis);
}

/** R23 — further copies are a matter of access; every other fee stands on Art 12(5). */
export function refuseBasis(right: WeighedRight, basis: FeeBasis): CaseRefusal | undefined {
  if (basis === '12(5)' || right === 'access') return undefined;
  return refused(
    'not-for-this-right',
    'UK GDPR Art 15(3) (R23)',
    {
      message: 'Further copies are a matter of the right of access only.',
      remedy:
        'Charge under Article 12(5), if the request is manifestly unfounded or excessive; else answer without a fee.',
    },
    { right },
  );
}

/** What the person was asked to pay in this case and has not been let off or paid back, in minor units: the ceiling is that of anybody. */
export function askedAlready(file: CaseFile): number {
  const refunded = new Set(everyOne(file, 'FeeRefunded').map(({ ask }) => ask));
  const asks = everyOne(file, 'FeeRequested');
  return everyOne(file, 'FeeAskDecided')
    .filter(({ number }) => {
      const ask = asks.find(({ decided }) => decided === number);
      return !refunded.has(number) && !(ask && refunded.has(ask.number));
    })
    .reduce((sum, { amountPence }) => sum + amountPence, 0);
}

/** R23 — whole minor units, reasonable, and never above what the organisation has set for itself. */
export function refuseAmount(file: CaseFile, amountPence: number, already = 0): CaseRefusal | undefined {
  const { ceiling, currency } = feeTermsOf(file);
  const isWhole = Number.isInteger(amountPence) && amountPence >= 1;
  if (!isWhole) {
    return refused(
      'amount-out-of-range',
      cite,
      {
        message: `A fee is a whole number of minor units of ${currency}, 1 or more.`,
        remedy: 'Give a reasonable fee that covers administrative costs.',
      },
      { amountPence },
    );
  }
  if (already + amountPence <= ceiling) return undefined;
  return refused(
    'above-ceiling',
    cite,
    {
      message: `A fee of ${amountPence}${already > 0 ? `, with ${already} asked for already,` : ''} is above the ceiling of ${ceiling} minor units of ${currency} that the organisation has set.`,
      remedy:
        'A fee covers administrative costs only: ask for less, or have the ceiling raised for new cases.',
    },
    { amountPence, ceiling },
  );
}

/** R23 — administrative cost only: what was estimated is the most that may be asked. */
export function refuseAboveEstimate(
  file: CaseFile,
  basis: FeeBasis,
  amountPence: number,
): CaseRefusal | undefined {
  const estimate = estimateOf(file, basis);
  if (!estimate || amountPence <= estimate.amountPence) return undefined;
  return refused(
    'above-estimate',
    cite,
    {
      message: `The fee is above the cost of ${estimate.amountPence} that event ${estimate.number} estimated.`,
      remedy: 'Ask for no more than the cost, or estimate it anew and say how (`estimate-fee`).',
    },
    { amountPence, estimate: estimate.amountPence },
  );
}

export function estimateFee({ file, right }: WeighedJudging, command: EstimateFee): Judgement {
  const { basis, amountPence, words } = command;
  const { currency } = feeTermsOf(file);
  return (
    refuseBasis(right, basis) ??
    refuseAmount(file, amountPence) ?? [{ type: 'FeeEstimated', cite, basis, amountPence, currency, words }]
  );
}
