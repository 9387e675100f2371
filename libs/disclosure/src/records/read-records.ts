import { isUtf8 } from 'node:buffer';
import { LosslessNumber, parse } from 'lossless-json';
import type { DataRecord, Entity, Value } from './entity.js';
import { linesOf } from './lines-of.js';
import { NotARecord } from './not-a-record.js';
import { tooMany, type RecordLimits } from './record-limits.js';
import { valueOf, WrongValue } from './value-of.js';

const byteOrderMark = '\uFEFF';

function textOf({ buffer, byteOffset, byteLength }: Uint8Array, number: number): string {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  if (!isUtf8(bytes)) throw new NotARecord(number, undefined, 'it is not text in UTF-8.');
  const text = bytes.toString('utf8');
  return text.startsWith(byteOrderMark) ? text.slice(1) : text;
}

function parsed(line: Uint8Array, number: number): object {
  const text = textOf(line, number);
  let value: unknown;
  try {
    value = parse(text, undefined, digits => new LosslessNumber(digits));
  } catch {
    throw new NotARecord(number, undefined, 'it is not JSON, one record a line, each name once.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new NotARecord(number, undefined, 'it is not a JSON object.');
  return value;
}

function recordOf(entity: Entity, line: Uint8Array, number: number): DataRecord {
  const given = new Map<string, unknown>(Object.entries(parsed(line, number)));
  const values: [string, Value][] = entity.fields.map(({ name, type }) => {
    try {
      const value = valueOf(type, given.get(name));
      given.delete(name);
      return [name, value];
    } catch (error) {
      if (error instanceof WrongValue)
        throw new NotARecord(number, name, `what stands there ${error.message}`);
      throw error;
    }
  });
  // Data that nobody described could reach the person unexplained, or be left out unseen.
  if (given.size > 0)
    throw new NotARecord(
      number,
      undefined,
      `it holds ${given.size} field${given.size === 1 ? '' : 's'} that the entity does not describe.`,
    );
  return Object.fromEntries(values);
}

const isBlank = (line: Uint8Array): boolean =>
  line.every(byte => byte === 0x0d || byte === 0x20 || byte === 0x09);

/** One line of what a source sends; undefined for a blank one. @throws NotARecord */
export const readLine = (entity: Entity, line: Uint8Array, number: number): DataRecord | undefined =>
  isBlank(line) ? undefined : recordOf(entity, line, number);

/**
 * Reads what a source sends: JSON, one record a line (NDJSON), in UTF-8. Every value is checked against its field and kept exactly.
 * @throws NotARecord with the line, the field and the rule, never the value
 */
export async function* readRecords(
  entity: Entity,
  bytes: AsyncIterable<Uint8Array>,
  limits: RecordLimits,
): AsyncGenerator<DataRecord> {
  let number = 0;
  for await (const line of linesOf(bytes, limits)) {
    number += 1;
    const record = readLine(entity, line, number);
    if (!record) continue;
    if (number > limits.records) throw tooMany(number, limits);
    yield record;
  }
}
