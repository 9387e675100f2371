import type { LoggedEntry } from '@duly/audit';
import type { Pick } from './kinds.js';

/** What an owner of the database does once its guards are off, and what undoes it again. */
export interface Change {
  readonly change: readonly string[];
  readonly back: readonly string[];
}

/** What is there to tamper with. */
export interface Tables {
  /** Of the log, in the order of its tree; a head was signed over all of them. */
  readonly entries: readonly LoggedEntry[];
  /** Numbers of signed heads. */
  readonly heads: readonly number[];
  readonly caseId: string;
  /** How many events the case has. */
  readonly events: number;
  /** Letters of the case that were sent. */
  readonly letters: readonly string[];
  /** SHA-256 of the workflow code that the case runs by. */
  readonly code: string;
}

/** Which command of an auditor sees it: `duly audit check`, `duly replay CASE`, or `duly audit export` and `duly verify`. */
export type SeenBy = 'check' | 'replay' | 'verify';

export interface DatabaseTampering {
  readonly seenBy: SeenBy;
  /** What was changed and where, in the words of that command. */
  readonly words: RegExp;
  readonly change: (tables: Tables, pick: Pick) => Change;
}

const kept = (table: string, where: string): string =>
  `CREATE TEMP TABLE kept_${table} AS SELECT * FROM register.${table} WHERE ${where}`;
const forgotten = (table: string): string => `DROP TABLE kept_${table}`;
const putBack = (table: string): string =>
  `INSERT INTO register.${table} OVERRIDING SYSTEM VALUE SELECT * FROM kept_${table}`;

/** One column of the rows that a condition names. @param key which tells these rows apart */
export function edited(table: string, key: string, where: string, column: string, value: string): Change {
  return {
    change: [kept(table, where), `UPDATE register.${table} SET ${column} = ${value} WHERE ${where}`],
    back: [
      `UPDATE register.${table} t SET ${column} = k.${column} FROM kept_${table} k WHERE t.${key} = k.${key}`,
      forgotten(table),
    ],
  };
}

/** Rows that a condition names, before the change and after it alike. */
export function rewritten(table: string, where: string, ...change: readonly string[]): Change {
  return {
    change: [kept(table, where), ...change],
    back: [`DELETE FROM register.${table} WHERE ${where}`, putBack(table), forgotten(table)],
  };
}

export const together = (...changes: readonly Change[]): Change => ({
  change: changes.flatMap(({ change }) => change),
  back: changes.toReversed().flatMap(({ back }) => back),
});

/** A value as SQL writes it. */
export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
export const bytes = (value: Buffer): string => `'\\x${value.toString('hex')}'::bytea`;
