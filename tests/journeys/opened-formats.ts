import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import jsonld, { type JsonLdDocument } from 'jsonld';
import { SaxesParser } from 'saxes';
import { validateXML } from 'xmllint-wasm';

/** A record whose values are all text; null where nothing is held. */
export type Row = Readonly<Record<string, string | null>>;
type Files = ReadonlyMap<string, string>;

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const rowOf = (values: readonly (readonly [name: string, value: unknown])[]): Row =>
  Object.fromEntries(values.map(([name, value]) => [name, asText(value)]));

/** @throws Error where it does not keep to the schema beside it */
function fromJson(files: Files, entity: string): readonly Row[] {
  const data = JSON.parse(files.get(`data/json/${entity}.json`) ?? '') as { records: readonly object[] };
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const check = ajv.compile(JSON.parse(files.get(`data/json/${entity}.schema.json`) ?? '') as object);
  if (!check(data)) throw new Error(`${entity}: ${ajv.errorsText(check.errors)}`);
  return data.records.map(record => rowOf(Object.entries(record)));
}

interface Cell {
  readonly value: string;
  readonly quoting: boolean;
}

/** A cell without quotes that is empty holds nothing; of text, the apostrophe before it is taken off, as the manifest says. */
function fromCsv(files: Files, entity: string): readonly Row[] {
  const rows: unknown = parse(files.get(`data/csv/${entity}.csv`) ?? '', {
    bom: true,
    columns: true,
    cast: (value, { quoting, header }) => (header ? value : { value, quoting }),
  });
  return (rows as readonly Record<string, Cell>[]).map(row =>
    rowOf(
      Object.entries(row).map(([name, { value, quoting }]) => [
        name,
        value === '' && !quoting ? null : value.replace(/^'/u, ''),
      ]),
    ),
  );
}

/** @throws Error where it does not keep to the schema beside it */
async function fromXml(files: Files, entity: string): Promise<readonly Row[]> {
  const xml = files.get(`data/xml/${entity}.xml`) ?? '';
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'data.xml', contents: xml }],
    schema: [{ fileName: 'data.xsd', contents: files.get(`data/xml/${entity}.xsd`) ?? '' }],
  });
  if (!valid) throw new Error(`${entity}: ${JSON.stringify(errors)}`);
  const rows: Record<string, string | null>[] = [];
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, attributes }) => {
    open.push(local);
    if (open.length === 2) rows.push({});
    const isNil = Object.values(attributes).some(one => one.local === 'nil' && one.value === 'true');
    if (open.length === 3) Object.assign(rows.at(-1) ?? {}, { [local]: isNil ? null : '' });
  });
  parser.on('text', text => {
    const row = rows.at(-1);
    const name = open[2];
    if (row && name !== undefined) row[name] = `${row[name] ?? ''}${text}`;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return rows;
}

type Node = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[] | undefined>>;

async function fromRdf(files: Files, entity: string): Promise<readonly Row[]> {
  const document = JSON.parse(files.get(`data/rdf/${entity}.jsonld`) ?? '') as JsonLdDocument;
  const expanded: unknown = await jsonld.expand(document);
  const [root] = expanded as readonly Node[];
  const under = (node: Node | undefined, end: string) =>
    Object.entries(node ?? {}).find(([name]) => name.endsWith(end))?.[1] ?? [];
  const listed: unknown = under(root, '#records')[0]?.['@list'] ?? [];
  return (listed as readonly Node[]).map(node => {
    const data: unknown = under(node, '#data')[0] ?? {};
    const nothing = under(node, '#nothingHeldIn').map(one => [String(one['@value']), null] as const);
    const held = Object.entries(data as Node).filter(([name]) => !name.startsWith('@'));
    return rowOf([
      ...held.map(([name, of]) => [name.replace(/^.*[#/]/u, ''), of?.[0]?.['@value']] as const),
      ...nothing,
    ]);
  });
}

/** The records of one entity of a package, `SOURCE.ENTITY`, as four programs read them that did not write them. */
export async function readByOthers(
  files: Files,
  entity: string,
): Promise<Readonly<Record<'json' | 'csv' | 'xml' | 'rdf', readonly Row[]>>> {
  return {
    json: fromJson(files, entity),
    csv: fromCsv(files, entity),
    xml: await fromXml(files, entity),
    rdf: await fromRdf(files, entity),
  };
}
