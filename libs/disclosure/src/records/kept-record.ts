import type { DataRecord, Entity, KeptRecord, Value } from './entity.js';

/** The bytes of the UTF-8 of a text, one a character. */
export const bytesOf = (letters: string): string => Buffer.from(letters, 'utf8').toString('latin1');
/** The text of which these are the bytes. */
export const lettersOf = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

/** As JSON.stringify writes it, null where nothing is held. */
export const keptOf = ({ fields }: Entity, record: DataRecord): KeptRecord =>
  fields.map(({ name }) => bytesOf(JSON.stringify(record[name] ?? null)));

export const valuesOf = (kept: KeptRecord): readonly Value[] =>
  JSON.parse(`[${lettersOf(kept.join(','))}]`) as Value[];

export function recordOf({ fields }: Entity, kept: KeptRecord): DataRecord {
  const values = valuesOf(kept);
  return Object.fromEntries(fields.map(({ name }, place) => [name, values[place] ?? null]));
}
