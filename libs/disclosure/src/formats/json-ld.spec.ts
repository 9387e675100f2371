import jsonld, { type JsonLdDocument } from 'jsonld';
import {
  collectedOf,
  everyType,
  hostile,
  hostileRecords,
  textOf,
  vocabulary,
} from '../hostile-records.given.js';
import type { PackageFile } from '../package/package-file.js';
import { jsonLdFiles } from './json-ld.js';
import { vocabularyFile } from './vocabulary.js';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const [file] = jsonLdFiles(hostile, vocabulary);
const term = (name: string) =>
  name === 'note' ? 'https://schema.org/text' : `${vocabulary}/crm/notes#${name}`;

const documentOf = async (written: PackageFile | undefined): Promise<JsonLdDocument> =>
  JSON.parse(await textOf(written)) as JsonLdDocument;

interface Literal {
  readonly '@value': unknown;
  readonly '@type'?: string;
}
type Expanded = Readonly<
  Record<string, readonly (Literal & { readonly '@list'?: readonly Expanded[] } & Record<string, unknown>)[]>
>;

async function nodes(): Promise<readonly Expanded[]> {
  const expanded: unknown = await jsonld.expand(await documentOf(file));
  const [root] = expanded as Expanded[];
  return root?.[`${vocabulary}#records`]?.[0]?.['@list'] ?? [];
}

describe('RDF', () => {
  it('gives back every value as it is held, each under its term, and names the fields that hold nothing', async () => {
    const read = (await nodes()).map(node => {
      const held: unknown = node[`${vocabulary}#data`]?.[0] ?? {};
      const data = held as Expanded;
      const nothing = (node[`${vocabulary}#nothingHeldIn`] ?? []).map(one => one['@value']);
      return Object.fromEntries(
        everyType.fields.map(({ name }) => [
          name,
          nothing.includes(name) ? null : data[term(name)]?.[0]?.['@value'],
        ]),
      );
    });
    expect(read).toEqual(hostileRecords);
  });

  it('says of each value which kind it is', async () => {
    const made: unknown = await jsonld.toRDF(await documentOf(file));
    const quads = made as readonly {
      predicate: { value: string };
      object: { value: string; datatype?: { value: string } };
    }[];
    const kindsOf = (name: string) => [
      ...new Set(
        quads.filter(one => one.predicate.value === term(name)).map(one => one.object.datatype?.value),
      ),
    ];
    expect(kindsOf('number')).toEqual([`${xsd}integer`]);
    expect(kindsOf('price')).toEqual([`${xsd}decimal`]);
    expect(kindsOf('day')).toEqual([`${xsd}date`]);
    expect(kindsOf('at')).toEqual([`${xsd}dateTime`]);
    expect(kindsOf('detail')).toEqual(['http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON']);
    const numbers = quads.filter(one => one.predicate.value === term('number')).map(one => one.object.value);
    expect(numbers).toContain('-170141183460469231731687303715884105728');
  });

  it('takes no field for a word of its own', async () => {
    const [first] = everyType.fields;
    const named = { ...everyType, fields: ['records', 'data', 'Record'].map(name => ({ ...first!, name })) };
    const odd = collectedOf(named, [{ records: 'a', data: 'b', Record: 'c' }]);
    const expanded = JSON.stringify(await jsonld.expand(await documentOf(jsonLdFiles(odd, vocabulary)[0])));
    for (const value of ['a', 'b', 'c']) expect(expanded).toContain(`"@value":"${value}"`);
  });

  it('publishes its words, those that others know under their own name', async () => {
    const words = JSON.stringify(
      await jsonld.expand(await documentOf(vocabularyFile([everyType], vocabulary))),
    );
    expect(words).toContain(`${vocabulary}/crm/notes#price`);
    expect(words).not.toContain('crm/notes#note');
  });
});
