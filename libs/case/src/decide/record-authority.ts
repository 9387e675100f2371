import { askNotGiven, unanswered } from '../asks.js';
import type { RecordAuthority } from '../commands.js';
import { doesNotFit } from '../duties/does-not-fit.js';
import { peopleOf } from '../people.js';
import type { CaseRefusal } from '../refusals.js';
import { receivedOn } from '../what-happened.js';
import { given, happened, refuseDay, refuseWithoutReasons, type Judgement, type Judging } from './judging.js';
import { refuseNobodyActing } from './nobody-acting.js';
import { refuseUnasked } from './second-ask.js';

const cite = 'ICO right of access guidance, 8 December 2025 (R22)';

/** R48 — a parent's own papers say nothing of what the child wants: which of the two was shown must be said. */
function refuseUnsaid({ file }: Judging, { authority }: RecordAuthority): CaseRefusal | undefined {
  const asParent = peopleOf(file).actsAs === 'parent';
  if (asParent && authority === undefined) {
    const message =
      'A parent asks, and nobody has said whose word was shown: the child’s, or the parent’s own.';
    return doesNotFit(cite, 'authority', message, 'Say `from-the-person` or `parental-responsibility`.');
  }
  if (asParent || authority !== 'parental-responsibility') return undefined;
  const message = 'Nobody asks as a parent here, so nobody has parental responsibility to show.';
  return doesNotFit(
    cite,
    'authority',
    message,
    'Leave it out; or name whoever asks as a parent (`name-people`).',
  );
}

/** R22 — what came with the letter, or later of itself, answers no ask and moves no date. What does not suffice is asked for. */
function recordUnasked(judging: Judging, command: RecordAuthority): Judgement {
  const { file } = judging;
  const nobody = refuseNobodyActing(file, cite);
  if (nobody) return nobody;
  if (!command.sufficient || askNotGiven(file, 'authority')) return refuseUnasked('authority');
  return (
    refuseUnsaid(judging, command) ??
    refuseDay(judging, command, receivedOn(file)) ?? [
      { type: 'AuthorityReceived', cite, ...happened(command), ...shown(command) },
    ]
  );
}

const shown = ({ authority, reasons }: RecordAuthority) => ({
  ...given('authority', authority),
  ...given('reasons', reasons),
});

/** R22 — what was asked for counts on the day it arrives; what does not suffice has not arrived. */
export function recordAuthority(judging: Judging, command: RecordAuthority): Judgement {
  const [ask] = unanswered(judging.file, 'authority');
  if (!ask) return recordUnasked(judging, command);
  const { sufficient, reasons, occasion } = command;
  const refusal =
    refuseDay(judging, command, ask.on) ?? (sufficient ? refuseUnsaid(judging, command) : undefined);
  if (refusal) return refusal;
  const arrived = { cite, ask: ask.number, ...happened(command) };
  if (sufficient) return [{ type: 'AuthorityReceived', ...arrived, ...shown(command) }];
  return (
    refuseWithoutReasons(reasons, cite, 'The judgement that it is not enough') ?? [
      { type: 'AuthorityInsufficient', ...arrived, reasons: reasons ?? '', ...given('occasion', occasion) },
    ]
  );
}
