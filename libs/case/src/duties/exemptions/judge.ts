import { exemptions, whatClaimLacks, type Exemption } from '@duly/law';
import type { CaseFile } from '../../case-file.js';
import { given, refused, type Judgement, type Judgements, type Judging } from '../../decide/judging.js';
import type { EventOf } from '../../events.js';
import type { CaseRefusal } from '../../refusals.js';
import { everyOne, everySinceOpened, receipt } from '../../what-happened.js';
import { leftOutForOthers } from '../others/judge.js';
import { notOnRecord } from '../not-on-record.js';
import type { Owed } from '../owed.js';
import type { ApplyExemption, ExemptionCommand, ReviewExemption } from './commands.js';

type Applied = EventOf<'ExemptionApplied'>;

const cite = 'DPA 2018 Schs 2–4 (R49b)';

function appliedIn(file: CaseFile): readonly Applied[] {
  return everySinceOpened(file, 'ExemptionApplied');
}

/** What the second person made of it; undefined while nobody has looked. */
function agreedTo(file: CaseFile, { number, approvedBy }: Applied): boolean | undefined {
  const review = everyOne(file, 'ExemptionReviewed').findLast(({ applied }) => applied === number);
  return review?.agrees ?? (approvedBy === undefined ? undefined : true);
}

/** The exemptions that count: a second person agrees with each. */
export function exemptionsInForce(file: CaseFile): readonly Applied[] {
  return appliedIn(file).filter(applied => agreedTo(file, applied) === true);
}

function refuseForeign(file: CaseFile, { paragraph, rights }: Exemption): CaseRefusal | undefined {
  const { right } = receipt(file);
  if (rights.some(one => one === right)) return undefined;
  return refused(
    'not-for-this-right',
    `${paragraph} (R49b)`,
    {
      message: `${paragraph} does not release from this right.`,
      remedy: 'Name an exemption that does, or answer.',
    },
    { right },
  );
}

/** R49b — by its paragraph, for a stated part, with the reasons; where the paragraph asks for it, with the prejudice. */
function applyExemption({ file }: Judging, command: ApplyExemption): Judgement {
  const { exemption, words, reasons, prejudice, isTold } = command;
  const stands = exemptions[exemption];
  const lacks = whatClaimLacks({
    exemption,
    scope: words,
    prejudice: prejudice ?? null,
    reviewer: command.by,
  });
  const needs = `${stands.paragraph} (R49b)`;
  if (lacks !== undefined && refuseForeign(file, stands) === undefined) {
    const said = { message: lacks, remedy: 'Give `prejudice`, for this person and this data.' };
    return refused('reasons-missing', needs, said, { field: 'prejudice' });
  }
  return (
    refuseForeign(file, stands) ?? [
      {
        type: 'ExemptionApplied',
        cite: needs,
        exemption,
        words,
        reasons,
        isTold,
        ...given('prejudice', prejudice),
      },
    ]
  );
}

/** R49b — the reviewer is never the one who applied it. */
function reviewExemption({ file }: Judging, { by, applied, agrees, reasons }: ReviewExemption): Judgement {
  const found = appliedIn(file).find(({ number }) => number === applied);
  if (!found) return notOnRecord(cite, 'exemption', applied);
  if (found.by === by) {
    const said = {
      message: 'Nobody reviews an exemption that they applied themselves.',
      remedy: 'Ask a second person to review it.',
    };
    return refused('own-proposal', cite, said, { by });
  }
  return [{ type: 'ExemptionReviewed', cite: found.cite, applied, agrees, reasons }];
}

export const exemptionJudgements: Judgements<ExemptionCommand> = {
  'apply-exemption': applyExemption,
  'review-exemption': reviewExemption,
};

/** R49b — what one person applies, a second has looked at before the answer. */
export function exemptionReviewOwed(file: CaseFile): Owed | undefined {
  if (appliedIn(file).every(applied => agreedTo(file, applied) !== undefined)) return undefined;
  return {
    duty: 'exemption-review',
    cite,
    toDo: 'Have a second person review the exemption (`review-exemption`).',
  };
}

/** R49b — a refusal for an exemption rests on one that is in force, or on what is kept back for another person's sake (Art 15(4)). */
export function exemptionOwed(file: CaseFile): Owed | undefined {
  if (exemptionsInForce(file).length > 0 || leftOutForOthers(file).length > 0) return undefined;
  return {
    duty: 'exemption',
    cite,
    toDo: 'Apply the exemption by its paragraph (`apply-exemption`), and have it reviewed.',
  };
}
