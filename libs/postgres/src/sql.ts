/** The way to ask PostgreSQL: a pool or an open transaction, which those who write rows need not tell apart. Every value is a parameter. */
export interface Sql {
  /** The rows found or returned. Dates come as `2036-03-31`, instants as ISO 8601 in UTC, bigint as number, bytea as Buffer. */
  query<Row>(text: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** How many rows were changed. */
  change(text: string, values?: readonly SqlValue[]): Promise<number>;
}

/** What may stand in a parameter. `undefined` may not: a forgotten condition must not become "all rows". */
export type SqlValue =
  string | number | boolean | null | Uint8Array | readonly (string | number | null)[] | JsonValue;

/** A value for a jsonb column. */
export class JsonValue {
  readonly text: string;

  constructor(value: unknown) {
    this.text = JSON.stringify(value);
  }

  /** Called by the driver. */
  toPostgres(): string {
    return this.text;
  }
}

export const json = (value: unknown): JsonValue => new JsonValue(value);
