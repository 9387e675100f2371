import { readFile } from 'node:fs/promises';
import { CannotTell } from './verdict.js';

/** A history as Temporal's tools write it: protobuf's JSON. */
export interface HistoryJson {
  readonly events: readonly HistoryEventJson[];
}
export type HistoryEventJson = Json;
export type Json = Readonly<Record<string, unknown>>;

/** All that an auditor needs to judge one case, and no personal data: only ids, enums, numbers and dates. */
export interface CaseRecord {
  /** The history of the latest run. */
  readonly history: HistoryJson;
  /** Those of the runs before a reopening, oldest first. */
  readonly earlier?: readonly HistoryJson[];
  /** The register's row. */
  readonly row?: Json;
  /** The register's timeline. */
  readonly rowEvents?: readonly Json[];
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isHistory = (value: unknown): value is HistoryJson =>
  isObject(value) && Array.isArray(value['events']) && value['events'].every(isObject);

const form = 'It should hold { history, row, rowEvents }, as `duly history REFERENCE --out FILE` writes it.';

/** @throws CannotTell where the text holds no history */
export function readRecord(text: string, name: string): CaseRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CannotTell(`${name} is not JSON. ${form}`);
  }
  // Temporal's own tools write the bare history.
  if (isHistory(value)) return { history: value };
  if (!isObject(value) || !isHistory(value['history']))
    throw new CannotTell(`${name} holds no history. ${form}`);
  const { history, earlier = [], row, rowEvents } = value;
  if (!Array.isArray(earlier) || !earlier.every(isHistory))
    throw new CannotTell(`"earlier" in ${name} is not a list of histories. ${form}`);
  if (row !== undefined && !isObject(row)) throw new CannotTell(`"row" in ${name} is no row. ${form}`);
  if (rowEvents !== undefined && !(Array.isArray(rowEvents) && rowEvents.every(isObject)))
    throw new CannotTell(`"rowEvents" in ${name} is not a list of events. ${form}`);
  return {
    history,
    earlier,
    ...(row && { row }),
    ...(rowEvents && { rowEvents }),
  };
}

/** @throws CannotTell where the file cannot be read or holds no history */
export async function readRecordFile(file: string): Promise<CaseRecord> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new CannotTell(
      `${file} cannot be read. Give a file, a case reference such as DR-2026-000123-1, or a case id.`,
    );
  }
  return readRecord(text, file);
}
