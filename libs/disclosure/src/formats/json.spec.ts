import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { everyType, hostile, hostileRecords, textOf } from '../hostile-records.given.js';
import { jsonFiles } from './json.js';

const [file, schemaFile] = jsonFiles(hostile);

interface Schema {
  readonly properties: {
    readonly records: {
      readonly items: { readonly properties: Readonly<Record<string, { description: string }>> };
    };
  };
}

function checkOf(schema: Schema) {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

describe('JSON', () => {
  it('gives back every value as it is held', async () => {
    const { source, entity, records } = JSON.parse(await textOf(file));
    expect([source, entity]).toEqual(['crm', 'notes']);
    expect(records).toEqual(hostileRecords);
  });

  it('keeps to the JSON Schema that goes with it, which describes each field', async () => {
    const schema = JSON.parse(await textOf(schemaFile)) as Schema;
    const check = checkOf(schema);
    expect(check(JSON.parse(await textOf(file)))).toBe(true);
    expect(check.errors).toBeNull();
    const described = Object.values(schema.properties.records.items.properties);
    expect(described.map(one => one.description)).toEqual(everyType.fields.map(one => one.description));
  });

  it('is refused by its schema once a field is missing, added or of another type', async () => {
    const check = checkOf(JSON.parse(await textOf(schemaFile)) as Schema);
    const [whole] = hostileRecords;
    const { note: _, ...less } = whole ?? {};
    for (const record of [
      less,
      { ...whole, more: 1 },
      { ...whole, agreed: 'yes' },
      { ...whole, day: '2026-02-30' },
    ]) {
      expect(check({ source: 'crm', entity: 'notes', records: [record] })).toBe(false);
    }
  });
});
