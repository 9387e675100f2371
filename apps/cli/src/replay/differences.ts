export interface Difference {
  /** `summary.dueDate`; empty where the whole differs. */
  readonly field: string;
  readonly here: unknown;
  readonly there: unknown;
}

type Part = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;

/** Where two values of JSON differ, field by field; their order within an object does not matter. */
export function differences(here: unknown, there: unknown, field = ''): readonly Difference[] {
  if (Object.is(here, there)) return [];
  if (!isPart(here) || !isPart(there) || Array.isArray(here) !== Array.isArray(there)) {
    return [{ field, here, there }];
  }
  const names = [...new Set([...Object.keys(here), ...Object.keys(there)])];
  return names.flatMap(name => differences(here[name], there[name], field ? `${field}.${name}` : name));
}

/** A value as a finding shows it. */
export function shown(value: unknown): string {
  if (value === undefined) return 'absent';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
