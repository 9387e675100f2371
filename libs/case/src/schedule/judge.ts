import type { Instant } from '@duly/law';
import type { CaseFile } from '../case-file.js';
import { closingOf } from '../closing.js';
import { refused, type Draft } from '../decide/judging.js';
import type { CaseEvent } from '../events.js';
import type { StaffId } from '../names.js';
import type { CaseRefusal, Decision } from '../refusals.js';
import { stamp } from '../stamp.js';
import { scheduleOf } from './schedule.js';
import type { ReminderSchedule } from './reminder-schedule.js';

const cite = 'UK GDPR Art 12(3) (R24, R30)';

function refuseChange(file: CaseFile): CaseRefusal | undefined {
  const closing = closingOf(file);
  if (!closing) return undefined;
  const words = {
    message: `The case closed on ${closing.on}.`,
    remedy: 'Nothing need be done: nobody is reminded of a closed case by this schedule.',
  };
  return refused('case-closed', cite, words, { closedOn: closing.on });
}

/** What a case is told of a new schedule of its right. */
export interface NewSchedule {
  readonly schedule: ReminderSchedule;
  readonly changedBy: StaffId;
}

/**
 * A new schedule takes the place of the one before. What was sent stays sent; what the new one makes overdue is due now, once. The same
 * or an older version causes nothing.
 */
export function decideScheduleChange(
  file: CaseFile,
  { schedule, changedBy }: NewSchedule,
  now: Instant,
): Decision<CaseEvent> {
  const refusal = refuseChange(file);
  if (refusal) return refusal;
  const was = scheduleOf(file);
  if (schedule.version <= was.version) return [];
  const changed: Draft = { type: 'ScheduleChanged', cite, was, schedule, changedBy };
  return stamp(file, [changed], 'schedule', now);
}
