import type { Collected } from '../records/entity.js';
import { bytesOf } from '../records/kept-record.js';
import { inChunks } from '../package/in-chunks.js';
import type { PackageFile } from '../package/package-file.js';

/** A cell that spreadsheets run as a formula (OWASP, CSV injection); by the wide forms ＝ ＋ － ＠, in their bytes, too. */
const beginsFormula = /^"(?:['=+\-@\t\r\n]|\xEF\xBC[\x9D\x8B\x8D\xA0])/;

/** Told in the manifest, since a reader has to undo it. */
export const csvConventions = {
  encoding: 'UTF-8 with a byte order mark',
  dialect: 'RFC 4180: comma, CRLF, every text in quotes, quotes doubled, first line the names of the fields',
  formulas:
    "A cell of text that begins with one of = + - @ ' tab, line break or their wide forms has one ' put before it, so that no spreadsheet runs it as a formula. Take one ' away to have the text as it is held.",
  nothing: 'Nothing held is an empty cell without quotes; an empty text is an empty cell in quotes ("").',
  nested: 'Lists and objects are written as JSON in one cell.',
} as const;

const inQuotes = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** JSON that escapes quotes alone is a cell already, but for how it does so. */
function cellOfText(json: string): string {
  const cell = json.replaceAll('\\"', '""');
  const exact = cell.includes('\\') ? inQuotes(JSON.parse(json) as string) : cell;
  return beginsFormula.test(exact) ? `"'${exact.slice(1)}` : exact;
}

/** Numbers, dates and instants were checked: none of them can be a formula, or needs quotes. */
function cellOf(json: string, isText: boolean): string {
  if (json === 'null') return '';
  if (isText) return cellOfText(json);
  if (json.startsWith('"')) return json.slice(1, -1);
  return /[",]/.test(json) ? inQuotes(json) : json;
}

async function* csvOf({ entity, records }: Collected): AsyncGenerator<string> {
  const { fields } = entity;
  yield `${bytesOf('\uFEFF')}${fields.map(({ name }) => name).join(',')}\r\n`;
  const isText = fields.map(({ type }) => type === 'text');
  for await (const some of records()) {
    let written = '';
    for (const kept of some)
      written += `${kept.map((json, place) => cellOf(json, isText[place] === true)).join(',')}\r\n`;
    yield written;
  }
}

/** CSV, one file an entity. */
export function csvFiles(collected: Collected): readonly PackageFile[] {
  const { source, name } = collected.entity;
  return [
    {
      path: `data/csv/${source}.${name}.csv`,
      mediaType: 'text/csv; charset=utf-8; header=present',
      description: `${source}: ${name}, for a spreadsheet`,
      content: () => inChunks(csvOf(collected), 'latin1'),
    },
  ];
}
