import { Controller } from '@nestjs/common';
import {
  taskRoutes,
  type CompleteBody,
  type ReassignBody,
  type ReassignManyBody,
  type TasksQuery,
} from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { Body, Params, Query } from '../routing/checked.js';
import type { Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import type { Caller } from '../sign-in/caller.js';
import { From } from '../sign-in/sign-in-guard.js';
import { CompleteTask } from './complete-task.js';
import { TaskHands } from './task-hands.js';

/** Tasks: who has which, and their completion by a command. */
@Controller()
export class TasksController {
  constructor(
    private readonly hands: TaskHands,
    private readonly completing: CompleteTask,
  ) {}

  @Serves(taskRoutes.listTasks, 'read cases')
  list(@From() caller: Caller, @Query() query: TasksQuery) {
    return this.hands.list(caller, query);
  }

  @Serves(taskRoutes.claimTask, 'work tasks')
  claim(@TheCall() call: Call, @Params() { id }: Named, @Body() _body: object): Promise<Answer> {
    return this.hands.claim(call, id);
  }

  @Serves(taskRoutes.releaseTask, 'work tasks')
  release(@TheCall() call: Call, @Params() { id }: Named, @Body() _body: object): Promise<Answer> {
    return this.hands.release(call, id);
  }

  @Serves(taskRoutes.reassignTask, 'assign tasks')
  reassign(@TheCall() call: Call, @Params() { id }: Named, @Body() body: ReassignBody): Promise<Answer> {
    return this.hands.reassign(call, id, body.handler);
  }

  @Serves(taskRoutes.reassignTasks, 'assign tasks')
  reassignMany(@TheCall() call: Call, @Body() body: ReassignManyBody): Promise<Answer> {
    return this.hands.reassignMany(call, body);
  }

  @Serves(taskRoutes.completeTask, 'work tasks')
  complete(@TheCall() call: Call, @Params() { id }: Named, @Body() body: CompleteBody): Promise<Answer> {
    return this.completing.complete(call, id, body);
  }
}
