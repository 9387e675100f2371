import { unanswered } from '../asks.js';
import type { RecordIdentity } from '../commands.js';
import { happened, refuseDay, type Judgement, type Judging } from './judging.js';
import { refuseUnasked } from './second-ask.js';

/** R21 — the month begins on the day the papers arrive, not when somebody has finished looking at them. */
export function recordIdentity(judging: Judging, command: RecordIdentity): Judgement {
  const [ask] = unanswered(judging.file, 'identity');
  if (!ask) return refuseUnasked('identity');
  const refusal = refuseDay(judging, command, ask.on);
  if (refusal) return refusal;
  return [
    {
      type: 'IdentityReceived',
      cite: 'UK GDPR Art 12A(2)(b) (R21)',
      ask: ask.number,
      ...happened(command),
    },
  ];
}
