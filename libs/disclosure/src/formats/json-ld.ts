import type { Collected, Entity, Field, FieldType, KeptRecord } from '../records/entity.js';
import { bytesOf } from '../records/kept-record.js';
import { inChunks } from '../package/in-chunks.js';
import type { PackageFile } from '../package/package-file.js';

const xsd = 'http://www.w3.org/2001/XMLSchema#';

const datatypeOf: Readonly<Record<FieldType, string>> = {
  text: `${xsd}string`,
  integer: `${xsd}integer`,
  decimal: `${xsd}decimal`,
  boolean: `${xsd}boolean`,
  date: `${xsd}date`,
  instant: `${xsd}dateTime`,
  list: '@json',
  object: '@json',
};

/** The IRI of an entity's class. */
export const classOf = ({ source, name }: Entity, vocabulary: string): string =>
  `${vocabulary}/${source}/${name}`;
/** The IRI of a field's property: one that others know, else our own. */
export const termOf = (entity: Entity, { name, term }: Field, vocabulary: string): string =>
  term ?? `${classOf(entity, vocabulary)}#${name}`;

/** A field of data may be called anything; a term of a context may not be a keyword, and these three are ours. */
const own = (vocabulary: string) => ({
  Record: `${vocabulary}#Record`,
  records: { '@id': `${vocabulary}#records`, '@container': '@list' },
  nothingHeldIn: `${vocabulary}#nothingHeldIn`,
});

/** Fields have a context of their own inside each record, so that none can be taken for a term of ours. */
const contextOf = (entity: Entity, vocabulary: string) => ({
  '@version': 1.1,
  ...own(vocabulary),
  data: {
    '@id': `${vocabulary}#data`,
    '@context': Object.fromEntries(
      entity.fields.map(field => [
        field.name,
        { '@id': termOf(entity, field, vocabulary), '@type': datatypeOf[field.type] },
      ]),
    ),
  },
});

/** RDF has no null: a field where nothing is held is named instead. */
function nodeOf(names: readonly string[], kept: KeptRecord): string {
  const held = names.flatMap((name, place) => (kept[place] === 'null' ? [] : [`${name}:${kept[place]}`]));
  const nothing = names.filter((_, place) => kept[place] === 'null');
  const told = nothing.length > 0 ? `,"nothingHeldIn":[${nothing.join(',')}]` : '';
  return `{"@type":"Record","data":{${held.join(',')}}${told}}`;
}

async function* jsonLdOf({ entity, records }: Collected, vocabulary: string): AsyncGenerator<string> {
  const head = JSON.stringify({
    '@context': contextOf(entity, vocabulary),
    '@type': classOf(entity, vocabulary),
  });
  yield `${bytesOf(head.slice(0, -1))},"records":[`;
  const names = entity.fields.map(({ name }) => JSON.stringify(name));
  let before = '\n';
  for await (const some of records()) {
    let written = '';
    for (const kept of some) {
      written += before + nodeOf(names, kept);
      before = ',\n';
    }
    yield written;
  }
  yield '\n]}\n';
}

/** RDF, written as JSON-LD 1.1. */
export function jsonLdFiles(collected: Collected, vocabulary: string): readonly PackageFile[] {
  const { source, name } = collected.entity;
  return [
    {
      path: `data/rdf/${source}.${name}.jsonld`,
      mediaType: 'application/ld+json',
      description: `${source}: ${name}, as RDF (JSON-LD)`,
      content: () => inChunks(jsonLdOf(collected, vocabulary), 'latin1'),
    },
  ];
}
