import { Injectable } from '@nestjs/common';
import type { ReassignedMany, ReassignManyBody, TaskList, TasksQuery } from '@duly/api-contract';
import { Register, type TaskChange, type TaskFilter } from '@duly/register';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { successStatuses } from '../http-status.js';
import type { Caller } from '../sign-in/caller.js';
import { mustTakeWork, noSuchStaff } from '../staff/staff-errors.js';
import { StaffOfCalls } from '../staff/staff-of-calls.js';
import { noSuchTask, taskEnded, taskHeld } from './task-errors.js';
import { taskView } from './task-view.js';

/** In whose hands a task is: the one thing about a case that PostgreSQL decides. */
@Injectable()
export class TaskHands {
  constructor(
    private readonly register: Register,
    private readonly calls: Calls,
    private readonly staff: StaffOfCalls,
  ) {}

  async list(caller: Caller, query: TasksQuery): Promise<TaskList> {
    const { kind, limit, cursor } = query;
    const filter: TaskFilter = {
      ...(await this.whose(caller, query.whose ?? 'mine')),
      ...(kind && { kind: [kind] }),
      ...(query.case && { caseId: query.case }),
    };
    const page = await this.register.tasks.list(filter, {
      ...(limit !== undefined && { limit }),
      ...(cursor !== undefined && { cursor }),
    });
    const holders = new Set(page.items.flatMap(({ handler }) => handler ?? []));
    const names = await this.register.staff.namesOf([...holders]);
    return {
      tasks: page.items.map(taskView),
      names: Object.fromEntries(names),
      next: page.next ?? null,
    };
  }

  claim(call: Call, taskId: string): Promise<Answer> {
    return this.change(call, staffId => this.register.tasks.claim(taskId, staffId));
  }

  release(call: Call, taskId: string): Promise<Answer> {
    return this.change(call, staffId => this.register.tasks.release(taskId, staffId));
  }

  /** From whatever hands it is in at this moment. */
  reassign(call: Call, taskId: string, to: string): Promise<Answer> {
    return this.change(call, async staffId => {
      mustTakeWork('handler', await this.register.staff.byId(to));
      const task = await this.register.tasks.byId(taskId);
      return this.register.tasks.reassign(taskId, staffId, task?.handler ?? null, to);
    });
  }

  /** Each from whatever hands it is in; what has ended meanwhile is passed over and said. */
  reassignMany(call: Call, { tasks, handler }: ReassignManyBody): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      mustTakeWork('handler', await this.register.staff.byId(handler));
      const given: ReassignedMany['tasks'] = [];
      for (const id of new Set(tasks)) given.push({ id, outcome: await this.given(id, staffId, handler) });
      return { status: successStatuses.ok, body: { tasks: given } satisfies ReassignedMany };
    });
  }

  /** Somebody else may take it between the look and the change: then the look is taken again. */
  private async given(
    taskId: string,
    by: string,
    to: string,
  ): Promise<ReassignedMany['tasks'][number]['outcome']> {
    for (;;) {
      const task = await this.register.tasks.byId(taskId);
      const outcome = await this.register.tasks.reassign(taskId, by, task?.handler ?? null, to);
      switch (outcome.kind) {
        case 'done':
          return 'given';
        case 'not-found':
          return 'no-such-task';
        case 'ended':
          return 'ended';
        case 'held':
          if (outcome.by === (task?.handler ?? null)) throw noSuchStaff('handler');
      }
    }
  }

  private change(call: Call, change: (staffId: string) => Promise<TaskChange>): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      const outcome = await change(staffId);
      switch (outcome.kind) {
        case 'done':
          return { status: successStatuses.ok, body: taskView(outcome.task) };
        case 'not-found':
          throw noSuchTask;
        case 'ended':
          throw taskEnded;
        case 'held':
          throw taskHeld(await this.nameOf(outcome.by));
      }
    });
  }

  private async nameOf(staffId: string | null): Promise<string | null> {
    if (staffId === null) return null;
    return (await this.register.staff.namesOf([staffId])).get(staffId) ?? staffId;
  }

  private async whose(caller: Caller, whose: NonNullable<TasksQuery['whose']>): Promise<TaskFilter> {
    switch (whose) {
      case 'mine':
        return { handler: await this.register.staff.actingAs(await this.staff.idOf(caller)) };
      case 'team':
        return { team: (await this.teamOf(caller)) ?? '' };
      case 'unclaimed':
        return { handler: null };
      case 'all':
        return {};
    }
  }

  /** What a manager has set goes before what the sign-in tells. */
  private async teamOf(caller: Caller): Promise<string | null> {
    const member = await this.register.staff.byId(await this.staff.idOf(caller));
    return member?.team ?? caller.team ?? null;
  }
}
