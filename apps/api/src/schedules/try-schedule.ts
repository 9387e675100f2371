import { Injectable } from '@nestjs/common';
import type { RemindersView, ScheduleBody, ScheduleTried } from '@duly/api-contract';
import {
  decideScheduleChange,
  evolveAll,
  isRefusal,
  londonDateAt,
  remindersAhead,
  type CaseFile,
  type CaseRight,
  type NewSchedule,
} from '@duly/case';
import { addDays, endOfLondonDay, toDay, type Instant } from '@duly/law';
import { Register, type OpenCase } from '@duly/register';
import { CaseFiles, caseNow } from '../cases/case-files.js';
import { CaseReads } from '../cases/case-reads.js';
import { scheduleOfBody } from './schedule-view.js';

/** Open cases that one answer looks at, and of them at once. */
const mostCases = 500;
const atOnce = 8;
const mostReminders = 1_000;
/** Days. */
const horizon = 92;

type Tried = ScheduleTried['reminders'][number] & { readonly isToday: boolean };

const untilOf = (now: Instant): Instant => endOfLondonDay(addDays(toDay(londonDateAt(now)), horizon));

/** As if the case had been told now. */
function told(file: CaseFile, schedule: NewSchedule, now: Instant): CaseFile {
  const events = decideScheduleChange(file, schedule, now);
  return isRefusal(events) ? file : evolveAll(file, events);
}

/** Foretells reminders by the code that sends them, on the cases as the register has them; nothing is changed. */
@Injectable()
export class TrySchedule {
  constructor(
    private readonly register: Register,
    private readonly files: CaseFiles,
    private readonly reads: CaseReads,
  ) {}

  async ofCase(caseId: string): Promise<RemindersView> {
    const found = await this.reads.found(caseId);
    const now = caseNow(found);
    const reminders = remindersAhead(await this.files.load(found), now, untilOf(now));
    return { id: caseId, reference: found.reference, reminders: [...reminders] };
  }

  async try(right: CaseRight, body: ScheduleBody): Promise<ScheduleTried> {
    // Newer than any that is in force: each case takes it.
    const schedule = { ...scheduleOfBody(body), version: Number.MAX_SAFE_INTEGER };
    const { cases, leftOut } = await this.register.schedules.openCases(right, mostCases);
    const all: Tried[] = [];
    for (let place = 0; place < cases.length; place += atOnce) {
      const some = cases.slice(place, place + atOnce);
      all.push(...(await Promise.all(some.map(one => this.ofOne(one, schedule)))).flat());
    }
    all.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
    const days = new Map<Tried['on'], number>();
    for (const { on } of all) days.set(on, (days.get(on) ?? 0) + 1);
    return {
      right,
      today: all.filter(({ isToday }) => isToday).length,
      casesLookedAt: cases.length,
      casesLeftOut: leftOut,
      days: [...days].map(([on, reminders]) => ({ on, reminders })),
      reminders: all.slice(0, mostReminders).map(({ isToday: _isToday, ...reminder }) => reminder),
    };
  }

  private async ofOne(one: OpenCase, schedule: NewSchedule['schedule']): Promise<Tried[]> {
    const now = caseNow(one);
    const file = told(await this.files.load(one), { schedule, changedBy: 'nobody' }, now);
    const today = londonDateAt(now);
    return remindersAhead(file, now, untilOf(now)).map(reminder => ({
      case: one.caseId,
      reference: one.reference,
      ...reminder,
      isToday: reminder.on === today,
    }));
  }
}
