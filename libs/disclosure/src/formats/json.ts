import type { Collected, Entity, Field, FieldType } from '../records/entity.js';
import { bytesOf } from '../records/kept-record.js';
import { inChunks } from '../package/in-chunks.js';
import { fileOf, jsonText, type PackageFile } from '../package/package-file.js';

const wholeNumber = '^-?(0|[1-9][0-9]*)$';

/** JSON Schema of each type; a number that a double cannot hold exactly is a string (RFC 7493, 2.2). */
const schemaOf: Readonly<Record<FieldType, Readonly<Record<string, unknown>>>> = {
  text: { type: ['string', 'null'] },
  integer: { type: ['integer', 'string', 'null'], pattern: wholeNumber },
  decimal: { type: ['string', 'null'], pattern: '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$' },
  boolean: { type: ['boolean', 'null'] },
  date: { type: ['string', 'null'], format: 'date' },
  instant: { type: ['string', 'null'], format: 'date-time' },
  list: { type: ['array', 'null'] },
  object: { type: ['object', 'null'] },
};

const property = ({ name, type, description }: Field): [string, unknown] => [
  name,
  { description, ...schemaOf[type] },
];

/** JSON Schema 2020-12 of the file of an entity. */
function jsonSchemaOf({ source, name, description, fields }: Entity) {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `${source}: ${name}`,
    description,
    type: 'object',
    required: ['source', 'entity', 'records'],
    additionalProperties: false,
    properties: {
      source: { const: source },
      entity: { const: name },
      records: {
        type: 'array',
        items: {
          type: 'object',
          required: fields.map(field => field.name),
          additionalProperties: false,
          properties: Object.fromEntries(fields.map(property)),
        },
      },
    },
  };
}

/** Values stand as they are kept; nothing of them is read. */
async function* jsonOf({ entity, records }: Collected): AsyncGenerator<string> {
  const { source, name, fields } = entity;
  yield `{"source":${bytesOf(JSON.stringify(source))},"entity":${bytesOf(JSON.stringify(name))},"records":[`;
  const names = fields.map(field => `${JSON.stringify(field.name)}:`);
  let before = '\n';
  for await (const some of records()) {
    let written = '';
    for (const kept of some) {
      written += `${before}{${kept.map((value, place) => `${names[place]}${value}`).join(',')}}`;
      before = ',\n';
    }
    yield written;
  }
  yield '\n]}\n';
}

/** JSON, and the JSON Schema that it keeps to. */
export function jsonFiles(collected: Collected): readonly PackageFile[] {
  const { source, name } = collected.entity;
  const path = `data/json/${source}.${name}`;
  return [
    {
      path: `${path}.json`,
      mediaType: 'application/json',
      description: `${source}: ${name}, as JSON`,
      content: () => inChunks(jsonOf(collected), 'latin1'),
    },
    fileOf(
      `${path}.schema.json`,
      'application/schema+json',
      `What each field of ${path}.json means and may hold (JSON Schema 2020-12)`,
      jsonText(jsonSchemaOf(collected.entity)),
    ),
  ];
}
