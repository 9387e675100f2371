import type { Database, Sql } from '@duly/postgres';
import { appendAudit } from './audit.js';
import { giveCase, type NewHands } from './case-hands.js';
import type { Page } from './keyset.js';
import { listTasks, selectTask, type Task, type TaskFilter } from './task-list.js';

/** What became of a change of hands; of two who ask at once, one gets `done` and the other is told who. */
export type TaskChange =
  | { readonly kind: 'done'; readonly task: Task }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'ended'; readonly task: Task }
  /** It is in these hands (null: in nobody's), which is not what the change started from. */
  | { readonly kind: 'held'; readonly by: string | null; readonly task: Task };

interface Move {
  readonly taskId: string;
  readonly by: string;
  readonly to: string | null;
  readonly action: 'TaskClaimed' | 'TaskReleased' | 'TaskReassigned';
  /** The hands it must be in for the change to happen. */
  readonly from: { readonly condition: string; readonly value: string | null };
}

/** Who holds which task: the one thing about a case that PostgreSQL decides and not the case. */
export class Tasks {
  constructor(private readonly database: Database) {}

  list(filter: TaskFilter, asked?: { limit?: number; cursor?: string }): Promise<Page<Task>> {
    return listTasks(this.database, filter, asked);
  }

  byId(taskId: string): Promise<Task | undefined> {
    return this.find(this.database, taskId);
  }

  /** Takes a task nobody holds. One's own task again is done already. */
  claim(taskId: string, by: string): Promise<TaskChange> {
    const from = { condition: '(handler IS NULL OR handler = $3)', value: by };
    return this.move({ taskId, by, to: by, action: 'TaskClaimed', from });
  }

  /** Gives one's own task back. */
  release(taskId: string, by: string): Promise<TaskChange> {
    return this.move({
      taskId,
      by,
      to: null,
      action: 'TaskReleased',
      from: { condition: 'handler = $3', value: by },
    });
  }

  /** Moves a task from the hands it was seen in (null: nobody's) into another's; whether one may is the caller's to judge. */
  reassign(taskId: string, by: string, from: string | null, to: string): Promise<TaskChange> {
    const seen = { condition: 'handler IS NOT DISTINCT FROM $3', value: from };
    return this.move({ taskId, by, to, action: 'TaskReassigned', from: seen });
  }

  /** See `giveCase`. */
  giveCase(caseId: string, to: NewHands, by: string): Promise<boolean> {
    return giveCase(this.database, caseId, to, by);
  }

  private move({ taskId, by, to, action, from }: Move): Promise<TaskChange> {
    return this.database.inTransaction(async sql => {
      const [task] = await sql.query<Task>(
        `UPDATE register.task SET handler = $2, claimed_at = CASE WHEN $2::text IS NOT NULL THEN now() END,
           team = coalesce((SELECT s.team FROM register.staff s WHERE s.staff_id = $2), task.team)
         WHERE task_id = $1 AND ended_by IS NULL AND ${from.condition}
           AND NOT EXISTS (SELECT 1 FROM register.staff s WHERE s.staff_id = $2 AND NOT s.is_active) RETURNING ${selectTask}`,
        [taskId, to, from.value],
      );
      if (!task) return this.whyNot(await this.find(sql, taskId));
      if (to) await this.caseFollows(sql, task, action === 'TaskReassigned');
      await appendAudit(sql, [
        { action, by, requestId: task.requestId, caseId: task.caseId, detail: { task: taskId, to } },
      ]);
      return { kind: 'done', task };
    });
  }

  /** Whoever claims first has the case; a reassignment moves it. An approval or an escalation is a visit, not a change of hands. */
  private async caseFollows(sql: Sql, { caseId, handler, team, kind }: Task, moves: boolean): Promise<void> {
    if (kind === 'approve' || kind === 'escalation') return;
    await sql.change(
      `UPDATE register.case_row SET handler = $2, team = coalesce($3, team) WHERE case_id = $1 AND (handler IS NULL OR $4)`,
      [caseId, handler, team, moves],
    );
  }

  private async find(sql: Sql, taskId: string): Promise<Task | undefined> {
    const [task] = await sql.query<Task>(`SELECT ${selectTask} FROM register.task WHERE task_id = $1`, [
      taskId,
    ]);
    return task;
  }

  private whyNot(task: Task | undefined): TaskChange {
    if (!task) return { kind: 'not-found' };
    return task.endedBy === null ? { kind: 'held', by: task.handler, task } : { kind: 'ended', task };
  }
}
