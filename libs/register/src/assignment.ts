import type { CaseRight } from '@duly/case';
import { json, type Database, type Sql } from '@duly/postgres';
import { appendAudit } from './audit.js';
import { londonToday, visits } from './case-row.js';

/** `team`: whoever of the team claims it; `least-loaded`: the handler of the team who has the fewest open cases and is at work. */
export const shares = ['team', 'least-loaded'] as const;
export type Share = (typeof shares)[number];

/** Who is to have the cases of some rights. */
export interface AssignmentRule {
  /** Null: of every right. */
  readonly rights: readonly CaseRight[] | null;
  readonly team: string;
  readonly share: Share;
}

/** Cases of one team are given out one after another: two at once would both go to whoever has the fewest. */
const oneAtATime = `SELECT pg_advisory_xact_lock(hashtextextended('assignment ' || $1, 0))`;

const ruleOf = `SELECT r.team, r.share FROM register.assignment_rule r, register.case_row c
  WHERE c.case_id = $1 AND (r.rights IS NULL OR c.case_right = ANY(r.rights))
    AND ((c.handler IS NULL AND c.team IS NULL)
      OR EXISTS (SELECT 1 FROM register.staff s WHERE s.staff_id = c.handler AND NOT s.is_active))
  ORDER BY r.position LIMIT 1`;

/**
 * Locked until the case is theirs, so that somebody who leaves at this moment does not get it. Whoever has another open case of the same request goes before the others; a complaint about a case never goes to the handler of
 * that case, since nobody looks into what they did themselves.
 */
const leastLoaded = `SELECT s.staff_id FROM register.staff s
  WHERE s.team = $2 AND 'handler' = ANY(s.roles) AND register.is_at_work(s, ${londonToday})
    AND s.staff_id IS DISTINCT FROM (SELECT about.handler FROM register.request r
      JOIN register.case_row about ON about.case_id = r.about_case WHERE r.request_id = c.request_id)
  ORDER BY EXISTS (SELECT 1 FROM register.case_row sister
      WHERE sister.request_id = c.request_id AND sister.handler = s.staff_id AND sister.closed_on IS NULL) DESC,
    (SELECT count(*) FROM register.case_row other WHERE other.handler = s.staff_id AND other.closed_on IS NULL),
    hashtext(s.staff_id || c.case_id::text)
  LIMIT 1 FOR SHARE OF s`;

/**
 * Gives a case that nobody has, or whose handler has left, to the team or handler that the first fitting rule names. Tasks that are
 * open already and were in nobody's hands follow it.
 */
export async function assignByRule(sql: Sql, caseId: string): Promise<void> {
  const [rule] = await sql.query<{ team: string; share: Share }>(ruleOf, [caseId]);
  if (!rule) return;
  await sql.query(oneAtATime, [rule.team]);
  const chosen = rule.share === 'least-loaded' ? `(${leastLoaded})` : 'NULL';
  const [given] = await sql.query<{ requestId: string; handler: string | null }>(
    `UPDATE register.case_row c SET team = $2, handler = ${chosen} WHERE c.case_id = $1
     RETURNING c.request_id AS "requestId", c.handler`,
    [caseId, rule.team],
  );
  if (!given) return;
  const { requestId, handler } = given;
  await sql.change(
    `UPDATE register.task SET team = $2, handler = CASE WHEN kind NOT IN ${visits} THEN $3 END,
       claimed_at = CASE WHEN kind NOT IN ${visits} AND $3::text IS NOT NULL THEN now() END
     WHERE case_id = $1 AND ended_by IS NULL AND handler IS NULL`,
    [caseId, rule.team, handler],
  );
  await appendAudit(sql, [
    { action: 'CaseAssigned', by: 'rule', requestId, caseId, detail: { team: rule.team, to: handler } },
  ]);
}

/** The rules by which cases find their team and handler; the first that fits a case's right holds. */
export class AssignmentRules {
  constructor(private readonly database: Database) {}

  list(): Promise<readonly AssignmentRule[]> {
    return this.database.query<AssignmentRule>(
      'SELECT rights, team, share FROM register.assignment_rule ORDER BY position',
    );
  }

  /** Puts these rules in the place of those there were; cases that somebody has stay where they are. */
  replace(rules: readonly AssignmentRule[], by: string): Promise<void> {
    return this.database.inTransaction(async sql => {
      // Two who replace them at once do it one after the other.
      await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('assignment rules', 0))`);
      await sql.change('DELETE FROM register.assignment_rule');
      await sql.change(
        `INSERT INTO register.assignment_rule (position, rights, team, share)
         SELECT position, CASE WHEN rule->'rights' <> 'null' THEN ARRAY(SELECT jsonb_array_elements_text(rule->'rights')) END,
           rule->>'team', rule->>'share'
         FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS given(rule, position)`,
        [json(rules)],
      );
      await appendAudit(sql, [{ action: 'AssignmentRulesKept', by, detail: { rules: rules.length } }]);
    });
  }
}
