import { refusalGrounds, type CaseOutcome, type CaseRight, type RefusalGround } from '@duly/case';
import type { CivilDate } from '@duly/law';
import type { Database, SqlValue } from '@duly/postgres';
import { acceptedRows } from './accepted-rows.js';
import { localToday } from './case-row.js';
import { Conditions } from './conditions.js';
import { readWorkload, type Workload } from './workload.js';

/** What month a case belongs to: that of its receipt, or that in which it closed. */
export const countings = ['received', 'closed'] as const;
export type Counting = (typeof countings)[number];

export const casesCounted = ['request', 'enquiry', 'complaint'] as const;
export type CaseCounted = (typeof casesCounted)[number];

/** The ways for a case to end; one that was read as another right goes on there, and is no end. */
export const ends = [
  'answered',
  'partly-answered',
  'refused',
  'withdrawn',
  'abandoned',
  'not-identified',
  'died',
  'dismissed',
  'concluded',
] as const satisfies readonly Exclude<CaseOutcome, 'reclassified'>[];
export type End = (typeof ends)[number];

export interface StatisticsAsked {
  readonly counting: Counting;
  /** First and last day of the months asked for, both included. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly right?: CaseRight;
  readonly team?: string;
  readonly byMonth: boolean;
  readonly byRight: boolean;
}

/** The figures of one group of cases; each case stands in one group, once. What each says is written in the contract. */
export interface CaseFigures {
  readonly cases: number;
  readonly open: number;
  readonly openLate: number;
  readonly openWaiting: number;
  readonly closed: number;
  readonly closedInTime: number;
  readonly closedLate: number;
  readonly closedOtherwise: number;
  readonly late: number;
  readonly extended: number;
  readonly reopened: number;
  readonly paused: number;
  readonly pausedDays: number;
  readonly withinTarget: number;
  readonly withinTargetByClock: number;
  readonly medianAgeClosed: number | null;
  readonly medianAgeOpen: number | null;
  readonly medianIdle: number | null;
  readonly longestIdle: number | null;
  readonly reclassified: number;
  readonly ends: Readonly<Record<End, number>>;
  readonly refusedWholly: Readonly<Record<RefusalGround, number>>;
  readonly refusedPartly: Readonly<Record<RefusalGround, number>>;
}

export interface StatisticsRow extends CaseFigures {
  /** `2036-04`; null where all months are taken together. */
  readonly month: string | null;
  readonly kind: CaseCounted;
  /** Null where all rights are taken together. */
  readonly right: CaseRight | null;
}

const many = (condition: string): string => `count(*) FILTER (WHERE counts AND ${condition})`;
const median = (days: string, condition: string): string =>
  `percentile_cont(0.5) WITHIN GROUP (ORDER BY ${days}) FILTER (WHERE counts AND ${condition})`;
const each = <Name extends string>(names: readonly Name[], sql: (name: Name) => string): string =>
  `json_build_object(${names.map(name => `'${name}', ${sql(name)}`).join(', ')})`;
const refused = (outcome: End): string =>
  each(refusalGrounds, ground => many(`outcome = '${outcome}' AND '${ground}' = ANY(refused_for)`));

/** R32 concerns what we tell the person: an answer or a refusal. */
const told = `outcome IN ('answered', 'partly-answered', 'refused')`;

const figures: Readonly<Record<keyof CaseFigures, string>> = {
  cases: many('true'),
  open: many('is_open'),
  openLate: many('is_open AND is_late'),
  openWaiting: many('is_open AND idle_since IS NULL'),
  closed: many('NOT is_open'),
  closedInTime: many('NOT is_open AND NOT is_late AND in_time'),
  closedLate: many('NOT is_open AND is_late'),
  closedOtherwise: many('NOT is_open AND NOT is_late AND in_time IS NOT TRUE'),
  late: many('is_late'),
  extended: many(`extension = 'in-force'`),
  reopened: many('run > 1'),
  paused: many('stopped > 0'),
  pausedDays: `coalesce(sum(stopped) FILTER (WHERE counts), 0)`,
  withinTarget: many(`${told} AND closed_on <= target_date`),
  withinTargetByClock: many(`${told} AND coalesce(closed_on <= target_date + not_begun + stopped, true)`),
  medianAgeClosed: median('age', 'NOT is_open'),
  medianAgeOpen: median('age', 'is_open'),
  medianIdle: median('idle', 'true'),
  longestIdle: 'max(idle) FILTER (WHERE counts)',
  reclassified: 'count(*) FILTER (WHERE NOT counts)',
  ends: each(ends, end => many(`outcome = '${end}'`)),
  refusedWholly: refused('refused'),
  refusedPartly: refused('partly-answered'),
};

const read = `team, case_right, run, received_on, closed_on, outcome, in_time, due_date, extension, relevant_date, target_date,
  excluded_days, counted_days, refused_for, idle_since, longest_idle_days, is_enquiry, clock_ahead_ms`;

/**
 * Everything that depends on today is worked out here, by each case's own clock, and nothing of it is stored. A pause that is open
 * has lasted from the end of the days that were counted until the closing, or today; before the relevant time nothing was begun.
 */
const judged = `
  SELECT *, outcome IS DISTINCT FROM 'reclassified' AS counts, closed_on IS NULL AS is_open,
    CASE WHEN is_enquiry THEN 'enquiry' WHEN case_right = 'complaint' THEN 'complaint' ELSE 'request' END AS kind,
    coalesce(outcome, '') <> 'dismissed' AND coalesce(in_time = false OR last_day > due_date, false) AS is_late,
    greatest(0, last_day - received_on) AS age,
    relevant_date - received_on AS not_begun,
    greatest(0, coalesce(excluded_days, last_day - relevant_date - counted_days, 0)) AS stopped,
    greatest(longest_idle_days, last_day - idle_since) AS idle
  FROM asked_for`;

/** The one statement; each case is in it once, by its row, or as it was accepted until it has one. */
export function statisticsStatement(asked: StatisticsAsked): {
  readonly text: string;
  readonly values: readonly SqlValue[];
} {
  const { counting, from, to, right, team, byMonth, byRight } = asked;
  const day = counting === 'received' ? 'received_on' : 'closed_on';
  const conditions = new Conditions()
    .add(`${day} BETWEEN ? AND ?`, from, to)
    .where(right, 'case_right = ?')
    .where(team, 'team = ?');
  const month = byMonth ? `date_trunc('month', ${day}::timestamp)` : 'NULL::timestamp';
  const ofRight = byRight ? 'case_right' : 'NULL::text';
  const columns = Object.entries(figures).map(([name, sql]) => `${sql} AS "${name}"`);
  const half = (rows: string): string =>
    `SELECT ${read}, coalesce(closed_on, ${localToday}) AS last_day FROM ${rows} ${conditions.text}`;
  const text = `WITH asked_for AS MATERIALIZED (${half('register.case_row')} UNION ALL ${half(acceptedRows)}),
      judged AS MATERIALIZED (${judged})
    SELECT to_char(${month}, 'YYYY-MM') AS month, kind, ${ofRight} AS "right", ${columns.join(', ')}
    FROM judged GROUP BY ${month}, kind, ${ofRight}
    ORDER BY 1, array_position('{${casesCounted.join(',')}}', kind), 3`;
  return { text, values: conditions.values };
}

/** CaseFigures over the register's cases, as they stand at the moment of reading. */
export class Statistics {
  constructor(private readonly database: Database) {}

  /** See `readWorkload`. */
  workload(today: CivilDate, team?: string): Promise<Workload> {
    return readWorkload(this.database, today, team);
  }

  /** Groups in which there is no case are left out. */
  of(asked: StatisticsAsked): Promise<readonly StatisticsRow[]> {
    const { text, values } = statisticsStatement(asked);
    return this.database.query<StatisticsRow>(text, values);
  }
}
