import type { Collected, Entity, Field, Value, KeptRecord } from '../records/entity.js';
import { valuesOf } from '../records/kept-record.js';
import { inChunks } from '../package/in-chunks.js';
import { fileOf, type PackageFile } from '../package/package-file.js';
import { textElement, treeElement } from './xml-text.js';
import { jsonNamespace, namespaceOf, xsdOf } from './xsd.js';

function elementOf({ name, type }: Field, value: Value | undefined): string {
  if (value === null || value === undefined) return `<${name} xsi:nil="true"/>`;
  if (type === 'list' || type === 'object') return `<${name}>${treeElement(value)}</${name}>`;
  return typeof value === 'string' ? textElement(name, value) : `<${name}>${JSON.stringify(value)}</${name}>`;
}

function recordOf({ fields }: Entity, kept: KeptRecord): string {
  const values = valuesOf(kept);
  return `<record>${fields.map((field, place) => elementOf(field, values[place])).join('')}</record>\n`;
}

async function* xmlOf({ entity, records }: Collected, vocabulary: string): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<records xmlns="${namespaceOf(entity, vocabulary)}" xmlns:j="${jsonNamespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n`;
  for await (const some of records()) yield some.map(kept => recordOf(entity, kept)).join('');
  yield '</records>\n';
}

/** XML, and the XML Schema that it keeps to. */
export function xmlFiles(collected: Collected, vocabulary: string): readonly PackageFile[] {
  const { source, name } = collected.entity;
  const path = `data/xml/${source}.${name}`;
  return [
    {
      path: `${path}.xml`,
      mediaType: 'application/xml',
      description: `${source}: ${name}, as XML`,
      content: () => inChunks(xmlOf(collected, vocabulary)),
    },
    fileOf(
      `${path}.xsd`,
      'application/xml',
      `What each element of ${path}.xml means and may hold (XML Schema)`,
      xsdOf(collected.entity, vocabulary),
    ),
  ];
}
