import { Inject, Injectable } from '@nestjs/common';
import type { ScheduleBody, SchedulePut, ScheduleVersionsView, ScheduleView } from '@duly/api-contract';
import { caseRights, scheduleFrom, type CaseRight, type ReminderSchedule } from '@duly/case';
import { Register } from '@duly/register';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { caseDesk, DeskAway, type CaseDesk } from '../desk/case-desk.js';
import { successStatuses } from '../http-status.js';
import { CaseTerms } from '../opening/case-terms.js';
import { scheduleOfBody, scheduleView } from './schedule-view.js';

/** Schedules of reminders: the versions of each right, and the open cases that a new one is told to. */
@Injectable()
export class KeepSchedules {
  constructor(
    private readonly calls: Calls,
    private readonly register: Register,
    private readonly terms: CaseTerms,
    @Inject(caseDesk) private readonly desk: CaseDesk,
  ) {}

  async inForce(): Promise<{ schedules: ScheduleView[] }> {
    const put = await this.register.schedules.inForce();
    return { schedules: caseRights.map(right => scheduleView(right, put.get(right) ?? this.bySettings)) };
  }

  async versions(right: CaseRight): Promise<ScheduleVersionsView> {
    const put = await this.register.schedules.versions(right);
    const first = { from: null, changedBy: null, changedAt: null, cases: null };
    return {
      right,
      versions: [
        ...put.map(({ schedule, ...version }) => ({
          schedule: scheduleView(right, schedule),
          from: schedule.version - 1,
          ...version,
        })),
        { schedule: scheduleView(right, this.bySettings), ...first },
      ],
    };
  }

  put(call: Call, right: CaseRight, body: ScheduleBody): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      const schedule = scheduleOfBody(body);
      const { version, waiting } = await this.register.schedules.put(right, schedule, staffId);
      if (waiting > 0) await this.tellCases(right);
      const put: SchedulePut = {
        schedule: scheduleView(right, { ...schedule, version }),
        casesToTell: waiting,
      };
      return { status: successStatuses.ok, body: put };
    });
  }

  /** Cases that were started by the schedule before, reopened since, or not told because a process died, are found here. */
  async tellWhoIsConcerned(): Promise<void> {
    for (const right of await this.register.schedules.rights())
      if ((await this.register.schedules.findCases(right)) > 0) await this.tellCases(right);
  }

  private get bySettings(): ReminderSchedule {
    return scheduleFrom(this.terms.settings);
  }

  /** Where Temporal is away, whoever looks next for cases that wait tells them. */
  private async tellCases(right: CaseRight): Promise<void> {
    try {
      await this.desk.startScheduleChange(right);
    } catch (error) {
      if (!(error instanceof DeskAway)) throw error;
    }
  }
}
