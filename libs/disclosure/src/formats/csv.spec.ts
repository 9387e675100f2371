import { parse } from 'csv-parse/sync';
import { collectedOf, everyType, hostile, hostileRecords, textOf } from '../hostile-records.given.js';
import type { DataRecord, FieldType, Value } from '../records/entity.js';
import { csvFiles } from './csv.js';

const types = new Map(everyType.fields.map(({ name, type }) => [name, type]));

interface Cell {
  readonly value: string;
  readonly isQuoted: boolean;
}

/** Reads a cell by what the manifest tells of it. */
function read({ value, isQuoted }: Cell, type: FieldType | undefined): Value {
  if (value === '' && !isQuoted) return null;
  switch (type) {
    case 'text':
      return value.startsWith("'") ? value.slice(1) : value;
    case 'integer':
      return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    case 'boolean':
      return value === 'true';
    case 'list':
    case 'object':
      return JSON.parse(value) as Value;
    case 'decimal':
    case 'date':
    case 'instant':
    case undefined:
      return value;
  }
}

async function rows(): Promise<readonly Record<string, Cell>[]> {
  return parse(await textOf(csvFiles(hostile)[0]), {
    bom: true,
    columns: everyType.fields.map(({ name }) => name),
    from_line: 2,
    relax_column_count: false,
    cast: (value, { quoting }) => ({ value, isQuoted: quoting }),
  });
}

describe('CSV', () => {
  it('gives back every value as it is held', async () => {
    const records = (await rows()).map(
      row =>
        Object.fromEntries(
          Object.entries(row).map(([name, cell]) => [name, read(cell, types.get(name))]),
        ) as DataRecord,
    );
    expect(records).toEqual(hostileRecords);
  });

  it('holds no cell of text that a spreadsheet would run as a formula', async () => {
    const texts = (await rows()).map(row => row['note']?.value ?? '');
    expect(texts.filter(text => /^[=+\-@\t\r\n＝＋－＠]/.test(text))).toEqual([]);
    expect(texts).toContain("'=1+1");
    expect(texts).toContain("''=already");
  });

  it('leaves numbers below zero as numbers', async () => {
    expect((await rows()).map(row => row['price']?.value)).toContain('-12.50');
  });

  it('ends its lines as RFC 4180 has it, and begins with the names of the fields', async () => {
    const empty = await textOf(csvFiles(collectedOf(everyType, []))[0]);
    expect(empty).toBe('\uFEFFnote,number,price,agreed,day,at,tags,detail\r\n');
  });
});
