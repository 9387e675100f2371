import { stringify } from 'csv-stringify/sync';
import type { Collected, DataRecord, Entity, Value } from '../records/entity.js';
import { inChunks } from '../package/in-chunks.js';
import type { PackageFile } from '../package/package-file.js';

/** Spreadsheets run a cell that begins so as a formula (OWASP, CSV injection); the wide forms too. */
const beginsFormula = /^['=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Told in the manifest, since a reader has to undo it. */
export const csvConventions = {
  encoding: 'UTF-8 with a byte order mark',
  dialect: 'RFC 4180: comma, CRLF, quotes doubled, first line the names of the fields',
  formulas:
    "A cell of text that begins with one of = + - @ ' tab, line break or their wide forms has one ' put before it, so that no spreadsheet runs it as a formula. Take one ' away to have the text as it is held.",
  nothing: 'Nothing held is an empty cell without quotes; an empty text is an empty cell in quotes ("").',
  nested: 'Lists and objects are written as JSON in one cell.',
} as const;

const harmless = (text: string): string => (beginsFormula.test(text) ? `'${text}` : text);

/** Numbers, dates and instants were checked: none of them can be a formula. */
function cellsOf({ fields }: Entity): (record: DataRecord) => (string | null)[] {
  const columns = fields.map(({ name, type }) => ({ name, isText: type === 'text' }));
  const cell = (value: Value | undefined, isText: boolean): string | null => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'string') return isText ? harmless(value) : value;
    return JSON.stringify(value);
  };
  return record => columns.map(({ name, isText }) => cell(record[name], isText));
}

const batch = 200;

/** An empty text is quoted, so that it is told from nothing held. */
const written = (rows: (string | null)[][]): string =>
  stringify(rows, { record_delimiter: 'windows', quoted_match: /^$/ });

async function* csvOf({ entity, records }: Collected): AsyncGenerator<string> {
  yield `\uFEFF${written([entity.fields.map(({ name }) => name)])}`;
  const cells = cellsOf(entity);
  let rows: (string | null)[][] = [];
  for await (const record of records()) {
    rows.push(cells(record));
    if (rows.length < batch) continue;
    yield written(rows);
    rows = [];
  }
  if (rows.length > 0) yield written(rows);
}

/** CSV, one file an entity. */
export function csvFiles(collected: Collected): readonly PackageFile[] {
  const { source, name } = collected.entity;
  return [
    {
      path: `data/csv/${source}.${name}.csv`,
      mediaType: 'text/csv; charset=utf-8; header=present',
      description: `${source}: ${name}, for a spreadsheet`,
      content: () => inChunks(csvOf(collected)),
    },
  ];
}
