import { Controller } from '@nestjs/common';
import { scheduleRoutes, type ScheduleBody } from '@duly/api-contract';
import type { CaseRight } from '@duly/case';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { successStatuses } from '../http-status.js';
import { Body, Params } from '../routing/checked.js';
import type { Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import { KeepSchedules } from './keep-schedules.js';
import { TrySchedule } from './try-schedule.js';

interface OfRight {
  readonly id: CaseRight;
}

/** When whom is reminded of what: the schedules of each right, a trial of another one, and what is to come in one case. */
@Controller()
export class SchedulesController {
  constructor(
    private readonly schedules: KeepSchedules,
    private readonly trial: TrySchedule,
  ) {}

  @Serves(scheduleRoutes.listSchedules, 'read schedules')
  list() {
    return this.schedules.inForce();
  }

  @Serves(scheduleRoutes.readSchedule, 'read schedules')
  read(@Params() { id }: OfRight) {
    return this.schedules.versions(id);
  }

  @Serves(scheduleRoutes.putSchedule, 'keep schedules')
  put(@TheCall() call: Call, @Params() { id }: OfRight, @Body() body: ScheduleBody): Promise<Answer> {
    return this.schedules.put(call, id, body);
  }

  @Serves(scheduleRoutes.trySchedule, 'try schedules')
  async try(@Params() { id }: OfRight, @Body() body: ScheduleBody): Promise<Answer> {
    return { status: successStatuses.ok, body: await this.trial.try(id, body) };
  }

  @Serves(scheduleRoutes.listReminders, 'read cases')
  reminders(@Params() { id }: Named) {
    return this.trial.ofCase(id);
  }
}
