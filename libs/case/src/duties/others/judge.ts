import type { CaseFile } from '../../case-file.js';
import type { Judgement, Judgements, Judging } from '../../decide/judging.js';
import type { EventOf } from '../../events.js';
import { sinceOpened } from '../../what-happened.js';
import type { Owed } from '../owed.js';
import type { FindNoOtherPerson, OthersCommand, ReviewOtherPerson } from './commands.js';

const cite = 'UK GDPR Art 15(4); DPA 2018 Sch 2 paras 16–17 (R36)';

function reviewOtherPerson(_judging: Judging, command: ReviewOtherPerson): Judgement {
  const { words, decision, reasons } = command;
  return [{ type: 'OtherPersonReviewed', cite, words, decision, reasons }];
}

function findNoOtherPerson(_judging: Judging, { words }: FindNoOtherPerson): Judgement {
  return [{ type: 'NoOtherPersonFound', cite, words }];
}

export const othersJudgements: Judgements<OthersCommand> = {
  'review-other-person': reviewOtherPerson,
  'find-no-other-person': findNoOtherPerson,
};

/** What is kept from the person for another's sake, in whole or in part. */
export function leftOutForOthers(file: CaseFile): readonly EventOf<'OtherPersonReviewed'>[] {
  return sinceOpened(file).filter(
    (event): event is EventOf<'OtherPersonReviewed'> =>
      event.type === 'OtherPersonReviewed' &&
      (event.decision === 'redacted' || event.decision === 'withheld'),
  );
}

/** Art 15(4) — a copy must not adversely affect others: somebody has looked, for each of them. */
export function othersOwed(file: CaseFile): Owed | undefined {
  const hasLooked = sinceOpened(file).some(
    ({ type }) => type === 'OtherPersonReviewed' || type === 'NoOtherPersonFound',
  );
  if (hasLooked) return undefined;
  return {
    duty: 'others',
    cite,
    toDo: 'Review each other person in the data (`review-other-person`), or record that there is none (`find-no-other-person`).',
  };
}
