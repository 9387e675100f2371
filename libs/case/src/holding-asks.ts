import { asksOf, type Ask } from './asks.js';
import type { CaseFile } from './case-file.js';
import { clockOf } from './clock-of.js';

/** Whether the law's clock stands still for something; what was asked for after the period had ended moves nothing (R25, R28). */
function standsStill(file: CaseFile): boolean {
  const { state } = clockOf(file).clock;
  return state.startsWith('AWAITING_') || state === 'PAUSED_CLARIFICATION';
}

/** The asks that the case stands still for: only for these the person is reminded and warned, and only for these a case is abandoned (R24). */
export function holdingAsks(file: CaseFile): Ask[] {
  const open = asksOf(file)
    .filter(({ holds, isAnswered }) => holds && !isAnswered)
    .sort((first, second) => first.number - second.number);
  if (open.length === 0 || !standsStill(file)) return [];
  return open.filter((_ask, index) => {
    // As it stood with this ask and those before it.
    const later = new Set(open.slice(index + 1).map(({ number }) => number));
    const events = file.events.filter(({ number }) => !later.has(number));
    return later.size === 0 || standsStill({ ...file, events });
  });
}
