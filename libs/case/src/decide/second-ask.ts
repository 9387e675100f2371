import { askNotGiven, unanswered } from '../asks.js';
import type { Asked } from '../names.js';
import type { CaseFile } from '../case-file.js';
import type { EventOf } from '../events.js';
import type { CaseRefusal } from '../refusals.js';
import { everyOne } from '../what-happened.js';
import { refused } from './judging.js';
import { refuseAfterWholeDecision } from './pending-decision.js';

/** The same thing is not asked for twice while the first ask stands, and nothing while the request has been decided. */
export function refuseSecondAsk(file: CaseFile, of: Asked): CaseRefusal | undefined {
  return refuseSameAsk(file, of) ?? refuseAfterWholeDecision(file);
}

function refuseSameAsk(file: CaseFile, of: Asked): CaseRefusal | undefined {
  const toJudge = of === 'identity' ? papersToJudge(file)?.ask : undefined;
  const ask = askNotGiven(file, of)?.number ?? unanswered(file, of)[0]?.number ?? toJudge;
  if (ask === undefined) return undefined;
  return refused(
    'already-asked',
    'UK GDPR Art 12(2) (R21)',
    {
      message: `The ${of} has been asked for already, by event ${ask}, and that ask still stands.`,
      remedy:
        of === 'fee'
          ? 'Record the payment, or set the fee aside (`refund-fee`, `ask-set-aside`); then ask anew.'
          : 'Record what has arrived, judge it, or record that the notice was given; then ask anew.',
    },
    { ask },
  );
}

/** R21 — papers that somebody still looks at count as arrived: judge them before anything else is asked for. */
export function papersToJudge(file: CaseFile): EventOf<'IdentityReceived'> | undefined {
  const judged = [...everyOne(file, 'IdentityConfirmed'), ...everyOne(file, 'IdentityInsufficient')];
  return everyOne(file, 'IdentityReceived').find(
    ({ number }) => !judged.some(({ received }) => received === number),
  );
}

/** Only what was asked for can arrive. */
export function refuseUnasked(what: Asked): CaseRefusal {
  return refused(
    'nothing-awaited',
    'UK GDPR Art 12A(2) (R21)',
    {
      message: `Nothing is awaited: no ask for ${what} has been given that is still open.`,
      remedy: 'Ask for it first; if the letter went by post or was told, record that its notice was given.',
    },
    { what },
  );
}
