import { escapeUTF8 } from 'entities';
import type { Collected, Entity, Field, Value, KeptRecord } from '../records/entity.js';
import { valuesOf } from '../records/kept-record.js';
import { inChunks } from './in-chunks.js';
import type { LeftOutTold, PackageContents } from './contents.js';
import { storageWarning } from './manifest.js';
import type { PackageFile } from './package-file.js';

/** A page with more of each would not open on a telephone; all of them are in the data files. */
const mostShown = 100;

const origins: Readonly<Record<Field['origin'], string>> = {
  provided: 'you gave it to us',
  observed: 'we observed it as you used our service',
  inferred: 'we concluded it from other data',
  derived: 'we worked it out from other data',
};

const style = `:root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;display:block;overflow-x:auto}caption{text-align:start;font-weight:bold;padding:.5rem 0}
th,td{border:1px solid;padding:.4rem .6rem;text-align:start;vertical-align:top;white-space:pre-wrap}`;

const shown = (value: Value | undefined): string =>
  value === null || value === undefined
    ? '<i>nothing held</i>'
    : `<bdi>${escapeUTF8(typeof value === 'string' ? value : JSON.stringify(value))}</bdi>`;

const row = (cells: readonly string[]): string =>
  `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>\n`;

const headRow = (names: readonly string[]): string =>
  `<tr>${names.map(name => `<th scope="col">${escapeUTF8(name)}</th>`).join('')}</tr>\n`;

const fieldsOf = ({ fields }: Entity): string =>
  `<table><caption>What each field means</caption>\n${headRow(['Field', 'Meaning', 'Where it comes from'])}${fields
    .map(({ name, description, origin }) => row([escapeUTF8(name), escapeUTF8(description), origins[origin]]))
    .join('')}</table>\n`;

async function* recordsOf({ entity, records }: Collected): AsyncGenerator<string> {
  const first: KeptRecord[] = [];
  let count = 0;
  for await (const some of records()) {
    count += some.length;
    if (first.length < mostShown) first.push(...some.slice(0, mostShown - first.length));
  }
  const names = entity.fields.map(({ name }) => name);
  if (count === 0) {
    yield '<p>No records.</p>\n';
    return;
  }
  const which = count > mostShown ? `The first ${mostShown} of ${count} records` : `All ${count} records`;
  yield `<table><caption>${which}</caption>\n${headRow(names)}`;
  for (const kept of first) yield row(valuesOf(kept).map(shown));
  yield '</table>\n';
}

const leftOutOf = ({ source, entity, what, fields = [], records, because }: LeftOutTold): string =>
  `<li>${escapeUTF8([entity === undefined ? source : `${source}: ${entity}`, `${what}${fields.length > 0 ? ` (${fields.join(', ')})` : ''}${records === undefined ? '' : ` (${records})`}`, because].join('; '))}</li>\n`;

async function* pageOf({
  facts,
  collected,
  documents,
  beside,
  leftOut = [],
}: PackageContents): AsyncGenerator<string> {
  const { controller, reference, madeOn } = facts;
  yield `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="referrer" content="no-referrer">
<title>Your data: ${escapeUTF8(reference)}</title><style>${style}</style></head><body><main>
<h1>Your data</h1><p>From ${escapeUTF8(controller.name)}, made on <time>${escapeUTF8(madeOn)}</time>. Reference ${escapeUTF8(reference)}.</p>
<p><strong>${escapeUTF8(storageWarning)}</strong></p>
<h2>What is here</h2><ul>${beside.map(({ path, description }) => `<li><code>${escapeUTF8(path)}</code>: ${escapeUTF8(description)}</li>`).join('')}<li><code>data/csv</code>: for a spreadsheet</li><li><code>data/json</code>, <code>data/xml</code>, <code>data/rdf</code>: for another service to read</li><li><code>documents</code>: documents as we hold them</li><li><code>manifest.json</code>: a list of every file, to check that it is whole</li></ul>\n`;
  for (const one of collected) {
    yield `<h2>${escapeUTF8(one.entity.source)}: ${escapeUTF8(one.entity.name)}</h2>\n<p>${escapeUTF8(one.entity.description)}</p>\n`;
    yield fieldsOf(one.entity);
    yield* recordsOf(one);
  }
  if (documents.length > 0) {
    yield `<h2>Documents</h2><ul>\n${documents.map(({ source, name, description }) => `<li><a href="documents/${encodeURIComponent(source)}/${encodeURIComponent(name)}">${escapeUTF8(description)}</a></li>\n`).join('')}</ul>\n`;
  }
  if (leftOut.length > 0)
    yield `<h2>What is not here, and why</h2><ul>\n${leftOut.map(leftOutOf).join('')}</ul>\n`;
  yield `<h2>Questions</h2><p>${escapeUTF8(controller.name)}, ${escapeUTF8(controller.contact)}</p></main></body></html>\n`;
}

/** A page that people can read: what is here, what each field means, and the data itself. */
export const overviewFile = (contents: PackageContents): PackageFile => ({
  path: 'overview.html',
  mediaType: 'text/html; charset=utf-8',
  description: 'A page to read: begin here',
  content: () => inChunks(pageOf(contents)),
});
