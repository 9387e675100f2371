import type { CaseEvent } from '@duly/case';
import type { RegisterStep } from '@duly/case-protocol';
import { json, type Database, type Sql } from '@duly/postgres';
import { assignByRule } from './assignment.js';
import { appendAudit } from './audit.js';
import { insertCaseRow, summaryValues } from './case-columns.js';
import { londonToday } from './case-row.js';
import { writeHookEvents } from './hooks/write-hook-events.js';
import { writeLinks } from './links.js';
import { expectArchive } from './proof/history-runs.js';
import { writeStaffLetters } from './staff-letters.js';
import { placeTasks } from './task-urgency.js';

/** A case whose clock runs with the server's differs by its travel only; below this nothing was wound. */
const travelMs = 5_000;

/** A step that does not join on to what is recorded: a fault in the case's register lane, tried again until it is mended. */
export class StepOutOfOrder extends Error {
  override readonly name = 'StepOutOfOrder';

  constructor(caseId: string, recorded: number, first: number) {
    super(
      `Case ${caseId} is recorded up to event ${recorded}, and event ${first} was to follow. Record the events between them first.`,
    );
  }
}

/** HMACs of the step's events by their number, for the audit log; none where the case's key is destroyed. */
export type Commitments = ReadonlyMap<number, string>;

const recordedVersion = async (sql: Sql, caseId: string): Promise<number> => {
  const [row] = await sql.query<{ version: number }>(
    'SELECT version FROM register.case_row WHERE case_id = $1 FOR UPDATE',
    [caseId],
  );
  return row?.version ?? 0;
};

/** From now on lists show the case's own row, and no longer what was accepted. */
async function leaveIntake(sql: Sql, caseId: string): Promise<void> {
  await sql.change('UPDATE register.intake SET has_row = true WHERE case_id = $1 AND NOT has_row', [caseId]);
}

async function writeTimeline(sql: Sql, { caseId }: RegisterStep, events: readonly CaseEvent[]) {
  await sql.change(
    `INSERT INTO register.timeline (case_id, number, run, type, recorded_at, event)
     SELECT $1, (event->>'number')::int, (event->>'run')::int, event->>'type', (event->>'recordedAt')::timestamptz, event
     FROM jsonb_array_elements($2::jsonb) AS event
     ON CONFLICT (case_id, number) DO NOTHING`,
    [caseId, json(events)],
  );
}

async function writeEntries(sql: Sql, step: RegisterStep, events: readonly CaseEvent[], hashes: Commitments) {
  await appendAudit(
    sql,
    events.map(event => {
      const commitment = hashes.get(event.number);
      return {
        action: event.type,
        by: event.by,
        requestId: step.requestId,
        caseId: step.caseId,
        run: event.run,
        eventNumber: event.number,
        cite: event.cite,
        ...(commitment && { commitment }),
      };
    }),
  );
}

/** In whose hands a new task is: an approval in nobody's, an escalation in the manager's, all other work in the case's handler's, unless they have left. */
const handsOf = `CASE opened.kind WHEN 'approve' THEN NULL
  WHEN 'escalation' THEN (SELECT register.acting_for(s.manager, ${londonToday}) FROM register.staff s WHERE s.staff_id = c.handler)
  ELSE (SELECT c.handler WHERE NOT EXISTS (
    SELECT 1 FROM register.staff s WHERE s.staff_id = c.handler AND NOT s.is_active)) END`;

async function writeTasks(sql: Sql, { caseId, requestId, reference, tasks, caseTime }: RegisterStep) {
  if (tasks.opened.length > 0) {
    await assignByRule(sql, caseId);
    await sql.change(
      `INSERT INTO register.task (task_id, case_id, request_id, reference, kind, opened_by, about, last_day, opened_at, handler, team, claimed_at)
       SELECT "taskId", $1, $2, $3, kind, "openedBy", about, "lastDay", $5,
         hands.handler, c.team, CASE WHEN hands.handler IS NOT NULL THEN now() END
       FROM jsonb_to_recordset($4::jsonb) AS opened("taskId" text, kind text, "openedBy" int, about int, "lastDay" date)
       LEFT JOIN register.case_row c ON c.case_id = $1
       CROSS JOIN LATERAL (SELECT ${handsOf} AS handler) AS hands
       ON CONFLICT (task_id) DO NOTHING`,
      [caseId, requestId, reference, json(tasks.opened), caseTime],
    );
  }
  if (tasks.ended.length > 0) {
    await sql.change(
      `UPDATE register.task SET ended_by = ended."endedBy", ended_at = $2
       FROM jsonb_to_recordset($1::jsonb) AS ended("taskId" text, "endedBy" int)
       WHERE task.task_id = ended."taskId" AND task.ended_by IS NULL`,
      [json(tasks.ended), caseTime],
    );
  }
}

/** The post lane may have come first: then the letter's row is there, and only its place in the case is written. */
async function writeLetters(sql: Sql, { caseId, requestId, run, letters }: RegisterStep) {
  if (letters.length === 0) return;
  await sql.change(
    `INSERT INTO register.letter (letter_id, request_id, level, kind, recipient, occasion)
     SELECT "letterId", $1, level, kind, recipient, occasion
     FROM jsonb_to_recordset($2::jsonb) AS letter("letterId" text, level text, kind text, recipient text, occasion text)
     ORDER BY "letterId"
     ON CONFLICT (letter_id) DO NOTHING`,
    [requestId, json(letters)],
  );
  await sql.change(
    `INSERT INTO register.letter_of_case (case_id, letter_id, run, decided)
     SELECT $1, "letterId", $2, decided FROM jsonb_to_recordset($3::jsonb) AS letter("letterId" text, decided int)
     ON CONFLICT (case_id, letter_id) DO NOTHING`,
    [caseId, run, json(letters)],
  );
}

/** What a person has given by hand is not tried by e-mail any more; one that a server is taking just now keeps its own outcome. */
async function endTries(sql: Sql, events: readonly CaseEvent[]) {
  for (const event of events) {
    if (event.type !== 'NoticeGiven' || event.how === 'email') continue;
    await sql.change(
      `UPDATE register.letter SET state = 'to-be-posted', outcome_on = $2, outcome_at = $3
       WHERE letter_id = $1 AND outcome_on IS NULL AND state IN ('decided', 'deferred')`,
      [event.letter, event.on, event.recordedAt],
    );
  }
}

/** The rows that follow from the case's events alone, and from nothing else: so they can be dropped and written again. */
export async function writeDerivedRows(
  sql: Sql,
  step: RegisterStep,
  events: readonly CaseEvent[],
  clockAhead: number,
): Promise<void> {
  await sql.change(insertCaseRow, [...summaryValues(step.summary), clockAhead]);
  await writeTimeline(sql, step, events);
  await writeLinks(sql, step, events);
  await writeTasks(sql, step);
  await placeTasks(sql, step.caseId);
  await writeLetters(sql, step);
}

/**
 * Writes a step of a case in one transaction: row, timeline, tasks, letters, audit. What is already there is left as it is, so
 * the same step again changes nothing, and an older step never undoes a newer one.
 * @returns whether something was new.
 * @throws StepOutOfOrder when events are missing between what is recorded and the step.
 */
export function applyStep(database: Database, step: RegisterStep, hashes: Commitments = new Map()) {
  return database.inTransaction(async sql => {
    // Two first steps of one case have no row to wait on, so they wait on the case's id.
    await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [step.caseId]);
    const recorded = await recordedVersion(sql, step.caseId);
    const events = step.events.filter(event => event.number > recorded);
    const [first] = events;
    if (!first) return false;
    if (first.number !== recorded + 1) throw new StepOutOfOrder(step.caseId, recorded, first.number);
    const ahead = Date.parse(step.caseTime) - Date.now();
    await writeDerivedRows(sql, step, events, Math.abs(ahead) > travelMs ? Math.round(ahead) : 0);
    if (recorded === 0) await leaveIntake(sql, step.caseId);
    await writeEntries(sql, step, events, hashes);
    if (step.summary.closedOn !== null) await expectArchive(sql, step.caseId, step.run);
    await endTries(sql, events);
    await writeStaffLetters(sql, step.toStaff);
    await writeHookEvents(sql, step, events);
    return true;
  });
}
