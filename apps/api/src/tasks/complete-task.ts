import { Injectable } from '@nestjs/common';
import { isCaseVerb, mayDo, permissionFor, type CompleteBody } from '@duly/api-contract';
import { verbsCompleting, type Verb } from '@duly/case';
import { Register, type Task } from '@duly/register';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { CaseCommands, type CaseBody } from '../commands/case-commands.js';
import { RequestCommandsGiven } from '../commands/request-commands.js';
import { notPermitted } from '../sign-in/not-permitted.js';
import type { Caller } from '../sign-in/caller.js';
import { StaffOfCalls } from '../staff/staff-of-calls.js';
import { noSuchTask, notWithThis, taskHeld } from './task-errors.js';

/** Completes a task by a command: the case judges it, and the case's event ends the task. */
@Injectable()
export class CompleteTask {
  constructor(
    private readonly register: Register,
    private readonly staff: StaffOfCalls,
    private readonly ofCase: CaseCommands,
    private readonly ofRequest: RequestCommandsGiven,
  ) {}

  /** @throws ApiError where the task is in other hands, or is not completed by this command */
  async complete(call: Call, taskId: string, { verb, ...body }: CompleteBody): Promise<Answer> {
    const task = await this.register.tasks.byId(taskId);
    if (!task) throw noSuchTask;
    this.mayComplete(call.caller, task, verb);
    await this.mustBeInHand(call.caller, task);
    return isCaseVerb(verb)
      ? this.ofCase.give(call, task.caseId, verb, body as CaseBody)
      : this.ofRequest.giveFor(task, call, verb, body);
  }

  private mayComplete(caller: Caller, { kind }: Task, verb: Verb): void {
    const verbs = verbsCompleting[kind];
    if (!verbs.includes(verb)) throw notWithThis(kind, verbs);
    const permission = permissionFor(verb);
    if (!mayDo(caller.roles, permission)) throw notPermitted(permission);
  }

  /** It is their own, or of somebody for whom they act. One that has ended is let through: the same call again gets the same answer. */
  private async mustBeInHand(caller: Caller, { handler, endedBy }: Task): Promise<void> {
    const staffId = await this.staff.idOf(caller);
    if (endedBy !== null || handler === null || handler === staffId) return;
    if ((await this.register.staff.actingAs(staffId)).includes(handler)) return;
    const names = await this.register.staff.namesOf([handler]);
    throw taskHeld(names.get(handler) ?? handler);
  }
}
