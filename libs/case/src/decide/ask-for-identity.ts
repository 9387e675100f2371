import { toDay, workingDaysBetween, defaultPolicy } from '@duly/law';
import { refuseSecondAsk } from './second-ask.js';
import type { AskForIdentity } from '../commands.js';
import { given, refuseWithoutReasons, type Judgement, type Judging } from './judging.js';
import { isAfterMonth } from './period-ended.js';
import { receivedOn } from '../what-happened.js';

/** R25 — the ICO wants it asked as soon as possible; policy says how many working days that is. */
function isAskedLate({ file, today }: Judging): boolean {
  const calendar = file.calendars.get(file.calendar.name);
  if (!calendar) return false;
  const prompt = file.opening.settings.policy.identityPromptWorkingDays;
  const days = workingDaysBetween(calendar, toDay(receivedOn(file)), toDay(today));
  return days > (prompt ?? defaultPolicy.identityPromptWorkingDays);
}

/** R21, UK GDPR Art 12(6)(a): only where there are reasonable doubts, which are recorded. It counts once its notice is given. */
export function askForIdentity(judging: Judging, command: AskForIdentity): Judgement {
  const refusal =
    refuseSecondAsk(judging.file, 'identity') ??
    refuseWithoutReasons(command.doubts, 'UK GDPR Art 12(6) (R21)', 'The ask for identity');
  if (refusal) return refusal;
  const { doubts, words, occasion } = command;
  const askedLate = isAskedLate(judging);
  const byPolicy = askedLate && judging.file.opening.settings.policy.identityAskedLate === 'does-not-reset';
  return [
    {
      type: 'IdentityAskDecided',
      cite: 'UK GDPR Art 12(6) (R21)',
      doubts,
      words,
      askedLate,
      ...(byPolicy || isAfterMonth(judging) ? { movesNothing: true } : {}),
      ...given('occasion', occasion),
    },
  ];
}
