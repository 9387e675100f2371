import type { SqlValue } from '@duly/postgres';

/** Collects the conditions of a list with their values: a filter that is absent adds none, and no value is ever part of the text. */
export class Conditions {
  private readonly texts: string[] = [];
  private readonly given: SqlValue[] = [];

  /** The text names its values as `?`, in order. */
  add(text: string, ...values: readonly SqlValue[]): this {
    let next = 0;
    this.texts.push(
      text.replaceAll('?', () => {
        const value = values[next];
        next += 1;
        if (value === undefined) throw new Error(`A value is missing in the condition: ${text}`);
        this.given.push(value);
        return `$${this.given.length}`;
      }),
    );
    return this;
  }

  /** Adds the condition where there is a value for it. */
  where(value: SqlValue | undefined, text: string): this {
    return value === undefined ? this : this.add(text, value);
  }

  /** The column is one of these. One alone is asked for as equal, which an index keeps in its order. */
  among(values: readonly string[] | undefined, column: string): this {
    const [only, ...others] = values ?? [];
    if (only !== undefined && others.length === 0) return this.add(`${column} = ?`, only);
    return this.where(values, `${column} = ANY(?)`);
  }

  /** `WHERE …`, or nothing. */
  get text(): string {
    return this.texts.length > 0 ? `WHERE ${this.texts.join(' AND ')}` : '';
  }

  get values(): readonly SqlValue[] {
    return this.given;
  }

  /** A place for one more value, after the conditions. */
  place(value: SqlValue): string {
    this.given.push(value);
    return `$${this.given.length}`;
  }
}
