import type { CaseOutcome, CaseRight } from '@duly/case';
import type { CivilDate } from '@duly/law';
import type { Database } from '@duly/postgres';
import { Conditions } from './conditions.js';
import { selectCase, type RegisteredCase } from './case-row.js';

/** Which cases a sample is drawn from; dates are civil dates in Europe/London, both of them inclusive. */
export interface SampleAsked {
  readonly size: number;
  readonly seed: string;
  readonly closedFrom?: CivilDate;
  readonly closedTo?: CivilDate;
  readonly right?: CaseRight;
  readonly outcome?: CaseOutcome;
  readonly isLate?: boolean;
}

export interface Sample {
  readonly population: number;
  readonly cases: readonly RegisteredCase[];
}

/** Draws by SHA-256 of seed and case: nobody can choose what is drawn, and whoever has the seed draws the same. */
export async function drawSample(database: Database, asked: SampleAsked): Promise<Sample> {
  const { size, seed, closedFrom, closedTo, right, outcome, isLate } = asked;
  const conditions = new Conditions()
    .add('true')
    .where(closedFrom, 'closed_on >= ?::date')
    .where(closedTo, 'closed_on <= ?::date')
    .where(right, 'case_right = ?')
    .where(outcome, 'outcome = ?');
  if (isLate !== undefined) conditions.add(isLate ? 'in_time IS FALSE' : 'in_time IS NOT FALSE');
  const [counted] = await database.query<{ population: number }>(
    `SELECT count(*)::int AS population FROM register.case_row ${conditions.text}`,
    conditions.values,
  );
  const cases = await database.query<RegisteredCase>(
    `SELECT ${selectCase} FROM register.case_row ${conditions.text}
     ORDER BY sha256(convert_to(${conditions.place(seed)}::text || ' ' || case_id::text, 'UTF8')), case_id LIMIT ${conditions.place(size)}`,
    conditions.values,
  );
  return { population: counted?.population ?? 0, cases };
}
