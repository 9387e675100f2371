import { Readable } from 'node:stream';
import { everyType } from '../hostile-records.given.js';
import type { DataRecord } from './entity.js';
import { NotARecord } from './not-a-record.js';
import { readRecords } from './read-records.js';

const limits = { recordBytes: 4_096, records: 5 };

const inPieces = (bytes: Uint8Array, length: number): AsyncIterable<Uint8Array> =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / length) }, (_, piece) =>
      bytes.subarray(piece * length, (piece + 1) * length),
    ),
  );

async function read(text: string | Uint8Array, pieces = 7): Promise<readonly DataRecord[]> {
  const records: DataRecord[] = [];
  for await (const record of readRecords(everyType, inPieces(Buffer.from(text), pieces), limits))
    records.push(record);
  return records;
}

async function problem(text: string | Uint8Array): Promise<NotARecord> {
  try {
    await read(text);
  } catch (error) {
    if (error instanceof NotARecord) return error;
    throw error;
  }
  throw new Error('It was read.');
}

describe('a source’s records', () => {
  it('are read one a line, wherever the stream is cut, blank lines and a missing end of line aside', async () => {
    const text = '{"note":"Zoë"}\r\n\n{"note":"👩‍👩‍👧‍👦"}';
    for (const pieces of [1, 2, 3, 5, 1_000]) {
      expect((await read(text, pieces)).map(({ note }) => note)).toEqual(['Zoë', '👩‍👩‍👧‍👦']);
    }
  });

  it('hold null where a field is absent, and fields in the order in which they are described', async () => {
    const [record] = await read('{"day":"2026-03-31","note":"a"}');
    expect(Object.keys(record ?? {})).toEqual(everyType.fields.map(({ name }) => name));
    expect(record).toMatchObject({ note: 'a', day: '2026-03-31', number: null });
  });

  it('keep numbers exactly, of any size, and the scale of a decimal', async () => {
    const text =
      '{"number":9007199254740993,"price":12.50,"tags":[9007199254740993,0.1,1e3,1.0,-0,123456789.123456789123]}';
    expect((await read(text))[0]).toMatchObject({
      number: '9007199254740993',
      price: '12.50',
      tags: ['9007199254740993', 0.1, 1_000, 1, 0, '123456789.123456789123'],
    });
    expect((await read('{"number":"-42","price":"0.10"}'))[0]).toMatchObject({ number: -42, price: '0.10' });
  });

  it.each([
    ['no JSON', '{"note":', undefined],
    ['two values for one name', '{"note":"a","note":"b"}', undefined],
    ['a list', '[]', undefined],
    ['text', '"a"', undefined],
    ['a number where text belongs', '{"note":5}', 'note'],
    ['half a character', '{"note":"\\ud83d"}', 'note'],
    ['half a character inside a list', '{"tags":["\\udc00"]}', 'tags'],
    ['half a character in a name', '{"detail":{"\\udc00":1}}', 'detail'],
    ['a whole number with a part', '{"number":1.5}', 'number'],
    ['a whole number with zeros before it', '{"number":"007"}', 'number'],
    ['a decimal with an exponent', '{"price":1e400}', 'price'],
    ['a number of 2000 digits', `{"number":${'9'.repeat(2_000)}}`, 'number'],
    ['yes for true', '{"agreed":"yes"}', 'agreed'],
    ['a day that does not exist', '{"day":"2026-02-30"}', 'day'],
    ['an instant without offset', '{"at":"2026-02-03T10:00:00"}', 'at'],
    ['an instant on a day that does not exist', '{"at":"2026-02-30T10:00:00Z"}', 'at'],
    ['an object where a list belongs', '{"tags":{}}', 'tags'],
    ['a list where an object belongs', '{"detail":[]}', 'detail'],
    ['a number where an object belongs', '{"detail":5}', 'detail'],
    ['nesting without end', `{"tags":${'['.repeat(30)}${']'.repeat(30)}}`, 'tags'],
    ['a field that nobody described', '{"note":"a","secret":"b"}', undefined],
    ['more bytes than a record may have', `{"note":"${'x'.repeat(5_000)}"}`, undefined],
  ])('are refused for %s, with the line and the field and nothing of the data', async (_, line, field) => {
    const refused = await problem(`{"note":"fine"}\n${line}\n`);
    expect([refused.line, refused.field]).toEqual([2, field]);
    expect(refused.message).toMatch(/^Record 2/);
    expect(refused.message).not.toMatch(/secret|xxx|yes|999/);
  });

  it('are refused for bytes that are no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('{"note":"'), Buffer.of(0xc3, 0x28), Buffer.from('"}')]);
    expect((await problem(bytes)).message).toContain('UTF-8');
  });

  it('are refused beyond their number', async () => {
    expect((await problem('{"note":"a"}\n'.repeat(6))).message).toContain('more than the 5 records');
  });

  it('may hold a name that means something to JavaScript, and keep it as data', async () => {
    const [record] = await read('{"detail":{"__proto__":{"polluted":true},"constructor":1}}');
    expect(JSON.stringify(record?.['detail'])).toBe('{"__proto__":{"polluted":true},"constructor":1}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
