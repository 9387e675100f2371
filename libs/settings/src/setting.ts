import type { z } from 'zod';

/** One value an operator may give in the environment. Its name there is its property's name in capitals: `smtpHost` is SMTP_HOST. */
export interface Setting<Value> {
  /** Reads the text of the environment variable; its messages are shown to the operator. */
  readonly kind: z.ZodType<Value, string>;
  /** What it is for, in words that finish the sentence "This is …". */
  readonly describes: string;
  /** How a value is written, where the kind alone does not say it: `seconds`, `ISO 8601 duration`. */
  readonly unit: string | undefined;
  /** The value in force when none is given, written as one would write it in the environment. */
  readonly default: string | undefined;
  readonly mustBeSet: 'never' | 'in production' | 'always';
  /** A tool of development (a moved clock): a production that sets it does not start. */
  readonly refusedInProduction: boolean;
  /** Also read from the file named by `<NAME>_FILE`, and never printed. */
  readonly secret: boolean;
}

interface Particulars {
  readonly describes: string;
  readonly unit?: string;
  readonly default?: string;
  readonly mustBeSet?: 'in production' | 'always';
  readonly refusedInProduction?: true;
  readonly secret?: true;
}

/** Declares a setting. Without a default, and unless it must always be set, its value may be `undefined`. */
export function setting<Value>(
  kind: z.ZodType<Value, string>,
  particulars: Particulars & ({ readonly default: string } | { readonly mustBeSet: 'always' }),
): Setting<Value>;
export function setting<Value>(
  kind: z.ZodType<Value, string>,
  particulars: Particulars,
): Setting<Value | undefined>;
export function setting<Value>(
  kind: z.ZodType<Value, string>,
  particulars: Particulars,
): Setting<Value | undefined> {
  return {
    kind,
    describes: particulars.describes,
    unit: particulars.unit,
    default: particulars.default,
    mustBeSet: particulars.mustBeSet ?? 'never',
    refusedInProduction: particulars.refusedInProduction ?? false,
    secret: particulars.secret ?? false,
  };
}

export type Settings = Readonly<Record<string, Setting<unknown>>>;

/** The values of a group of settings, once read. */
export type ValuesOf<Group extends Settings> = {
  readonly [Name in keyof Group]: Group[Name] extends Setting<infer Value> ? Value : never;
};

/** `smtpHost` → `SMTP_HOST`. */
export const environmentName = (name: string): string =>
  name.replace(/[A-Z]/g, letter => `_${letter}`).toUpperCase();
