import { given, refused, type Judgement, type Judgements, type Judging } from '../../decide/judging.js';
import type { CaseRefusal } from '../../refusals.js';
import { isFollowedUp, receipt, sinceOpened } from '../../what-happened.js';
import type { Dismiss, EnquiryCommand, Promote } from './commands.js';
import { isEnquiry } from './standing-open.js';

const cite = 'UK GDPR Art 12(2); ICO guidance on recognising requests (R46)';

function refuseRequest({ file }: Judging): CaseRefusal | undefined {
  if (isEnquiry(file)) return undefined;
  return refused(
    'not-an-enquiry',
    cite,
    {
      message: 'This is a request: there is no doubt left to decide.',
      remedy: 'Answer it, or refuse it with a ground and reasons.',
    },
    {},
  );
}

/** It can be promoted until the letter of a dismissal is given, and after that once the case is reopened. */
function promote(judging: Judging, { words, occasion }: Promote): Judgement {
  return (
    refuseRequest(judging) ?? [
      { type: 'EnquiryPromoted', cite, ...given('words', words), ...given('occasion', occasion) },
    ]
  );
}

/** R42 — one that was held before it was known to be an objection to direct marketing can only be promoted. */
function refuseAbsolute({ file }: Judging): CaseRefusal | undefined {
  const { right } = receipt(file);
  if (right !== 'objection_direct_marketing') return undefined;
  return refused(
    'cannot-be-refused',
    'UK GDPR Art 21(2)–(3) (R42)',
    {
      message: 'An objection to direct marketing is absolute: it is not dismissed.',
      remedy: 'Promote it (`promote`), and answer that the marketing has stopped.',
    },
    { right },
  );
}

function dismiss(judging: Judging, { reasons, occasion }: Dismiss): Judgement {
  const refusal = refuseRequest(judging) ?? refuseAbsolute(judging);
  if (refusal) return refusal;
  const pending = sinceOpened(judging.file).find(
    event =>
      event.type === 'DismissalDecided' && !isFollowedUp(judging.file, event.number, ['EnquiryDismissed']),
  );
  if (!pending) return [{ type: 'DismissalDecided', cite, reasons, ...given('occasion', occasion) }];
  return refused(
    'already-decided',
    cite,
    {
      message: `Event ${pending.number} has decided this already; its letter has not been given yet.`,
      remedy: 'Wait for the letter, or record that it was given by post or by hand.',
    },
    { decided: pending.number },
  );
}

export const enquiryJudgements: Judgements<EnquiryCommand> = { promote, dismiss };
