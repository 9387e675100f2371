import { endOfLondonDay, startOfLondonDay, toDay, type ClockResult, type Day, type Instant } from '@duly/law';
import { abandonableFrom, replyBy, warningDecidedFor, warningFor, warnOn } from './abandonment.js';
import { isAlarmedFor } from './alarm.js';
import { doubtUntil } from './came-back/doubt-until.js';
import type { Ask } from './asks.js';
import type { CaseFile } from './case-file.js';
import { closingOf, respondedBefore } from './closing.js';
import { clockOf } from './clock-of.js';
import { given, type Draft } from './decide/judging.js';
import { decideEnquiryBy, isEnquiry } from './duties/enquiry/standing-open.js';
import type { EventOf } from './events.js';
import { extensionNotGiven } from './extension.js';
import { holdingAsks } from './holding-asks.js';
import { citeOfDate } from './duties/complaint/acknowledged.js';
import { progressMoments } from './duties/complaint/moments.js';
import { escalations } from './duties/approval/moments.js';
import { dayBefore, scheduleOf } from './schedule/schedule.js';
import { alarmReminders, requesterReminders } from './schedule/reminders.js';
import { before } from './spans.js';
import { spread } from './spread.js';
import { everyOne } from './what-happened.js';
import type { Moment } from './moment.js';

function morningOf(file: CaseFile, day: Day): Instant {
  return spread(file, startOfLondonDay(day));
}

/** R30 — warnings run on the day to plan by. A reminder that a later one has overtaken is not sent any more. */
function handlerReminders(file: CaseFile, { planBy }: ClockResult, now: Instant): Moment[] {
  if (planBy === null || now >= endOfLondonDay(toDay(planBy))) return [];
  const sent = everyOne(file, 'ReminderDue').filter(
    reminder => reminder.to === 'handler' && reminder.forDate === planBy,
  );
  const nearest = Math.min(...sent.map(event => (event.to === 'handler' ? event.daysBefore : Infinity)));
  const cite = citeOfDate(file, 'UK GDPR Art 12(3) (R30)');
  const due = scheduleOf(file)
    .handler.map(distance => dayBefore(file, planBy, distance))
    .map(day => ({ day, daysBefore: toDay(planBy) - day }))
    .filter(({ daysBefore }) => daysBefore < nearest)
    .map(({ day, daysBefore }) => ({ at: morningOf(file, day), daysBefore }));
  const overtaken = due.filter(({ at }) => at <= now).sort((first, second) => second.at - first.at);
  const next = overtaken.length > 0 ? overtaken.slice(0, 1) : due;
  return next.map(({ at, daysBefore }) => ({
    at,
    drafts: [{ type: 'ReminderDue', cite, to: 'handler', forDate: planBy, daysBefore }],
  }));
}

function dueSoon(file: CaseFile, { planBy }: ClockResult, now: Instant): Moment[] {
  if (planBy === null || now >= endOfLondonDay(toDay(planBy))) return [];
  if (everyOne(file, 'DueSoon').some(({ forDate }) => forDate === planBy)) return [];
  const from = before(planBy, file.opening.settings.dueSoonBefore);
  return [
    {
      at: morningOf(file, toDay(from)),
      drafts: [{ type: 'DueSoon', cite: citeOfDate(file, 'UK GDPR Art 12(3) (R30)'), forDate: planBy }],
    },
  ];
}

/** R24 — a reminder, then a warning, then a person decides; each once for each ask. */
function waiting(file: CaseFile, ask: Ask, now: Instant): Moment[] {
  const cite = 'ICO practice (R24)';
  const moments = requesterReminders(file, ask, now);
  if (!warningDecidedFor(file, ask)) {
    const drafts: Draft[] = [
      { type: 'AbandonmentWarningDecided', cite, ask: ask.number, replyBy: replyBy(file, ask) },
    ];
    moments.push({ at: morningOf(file, toDay(warnOn(file, ask))), drafts });
  }
  const proposed = everyOne(file, 'AbandonmentProposed').some(
    event => event.ask === ask.number && event.on >= ask.since,
  );
  if (warningFor(file, ask) && !proposed) {
    const drafts: Draft[] = [{ type: 'AbandonmentProposed', cite, ask: ask.number }];
    moments.push({ at: morningOf(file, toDay(abandonableFrom(file, ask))), drafts });
  }
  return moments;
}

/** R14 — an extension whose notice was not given by the end of the cut-off falls away, with an alarm. */
function extensionFallsAway(file: CaseFile, { extensionNoticeBy }: ClockResult): Moment[] {
  const pending = extensionNotGiven(file);
  if (!pending || extensionNoticeBy === null) return [];
  const cite = 'UK GDPR Art 12A(4)(a) (R14)';
  const alarm: Draft = {
    type: 'AlarmRaised',
    cite,
    forDate: extensionNoticeBy,
    because: 'extension-fell-away',
  };
  return [
    {
      at: spread(file, endOfLondonDay(toDay(extensionNoticeBy))),
      drafts: [
        { type: 'ExtensionFellAway', cite, decided: pending.number, noticeBy: extensionNoticeBy },
        ...(isAlarmedFor(file, extensionNoticeBy) ? [] : [alarm]),
      ],
    },
  ];
}

/** R11 — never before the last local day has ended, and once for each date. */
function alarm(file: CaseFile, { effectiveDueDate }: ClockResult): Moment[] {
  if (effectiveDueDate === null || isAlarmedFor(file, effectiveDueDate)) return [];
  const drafts: Draft[] = [
    {
      type: 'AlarmRaised',
      cite: citeOfDate(file, 'UK GDPR Art 12A(1) (R11)'),
      forDate: effectiveDueDate,
      because: 'due-date-passed',
      ...given('respondedOn', respondedBefore(file)?.on),
    },
  ];
  return [{ at: spread(file, endOfLondonDay(toDay(effectiveDueDate))), drafts }];
}

/** R30 — a notice that came back was not given again by the day that binds without it: told once for each time it came back. */
function staysDoubtful(file: CaseFile): Moment[] {
  const forDate = doubtUntil(file);
  const bounce = everyOne(file, 'NoticeBounced').at(-1);
  if (forDate === null || !bounce) return [];
  const isTold = ({ because, number }: EventOf<'AlarmRaised'>): boolean =>
    because === 'notice-came-back' && number > bounce.number;
  if (everyOne(file, 'AlarmRaised').some(isTold)) return [];
  const cite = 'UK GDPR Art 12(1), 12A(4) (R13, R30)';
  const drafts: Draft[] = [{ type: 'AlarmRaised', cite, forDate, because: 'notice-came-back' }];
  return [{ at: spread(file, endOfLondonDay(toDay(forDate))), drafts }];
}

/** R46 — whether it is a request is decided within days, so that its month is not lost meanwhile. */
function enquiryOverdue(file: CaseFile): Moment[] {
  if (!isEnquiry(file) || everyOne(file, 'EnquiryOverdue').length > 0) return [];
  const forDate = decideEnquiryBy(file);
  const drafts: Draft[] = [
    { type: 'EnquiryOverdue', cite: 'ICO guidance on recognising requests (R46)', forDate },
  ];
  return [{ at: morningOf(file, toDay(forDate)), drafts }];
}

/** Everything that time has brought about or will bring about if nothing else happens, the earliest first. */
export function momentsOf(file: CaseFile, now: Instant): Moment[] {
  if (closingOf(file)) return [];
  const { clock } = clockOf(file);
  return [
    ...handlerReminders(file, clock, now),
    ...dueSoon(file, clock, now),
    ...holdingAsks(file).flatMap(ask => waiting(file, ask, now)),
    ...enquiryOverdue(file),
    ...alarm(file, clock),
    ...staysDoubtful(file),
    ...alarmReminders(file, now),
    ...extensionFallsAway(file, clock),
    ...progressMoments(file, clock),
    ...escalations(file, clock),
  ].sort((first, second) => first.at - second.at);
}
