import { Readable } from 'node:stream';
import { everyType, hostileRecords } from '../hostile-records.given.js';
import type { DataRecord, Entity, KeptRecord } from './entity.js';
import { keptOf, recordOf } from './kept-record.js';
import { shapeOf } from './kept-shape.js';
import { readKept } from './read-kept.js';
import { readRecords } from './read-records.js';

const limits = { recordBytes: 300_000, records: 100 };

const inPieces = (bytes: Uint8Array, length: number): AsyncIterable<Uint8Array> =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / length) }, (_, piece) =>
      bytes.subarray(piece * length, (piece + 1) * length),
    ),
  );

async function again(text: string | Uint8Array, pieces = 1_000, entity = everyType, within = limits) {
  const all: KeptRecord[] = [];
  for await (const some of readKept(entity, inPieces(Buffer.from(text), pieces), within)) all.push(...some);
  return all;
}

async function asItCame(line: string): Promise<DataRecord | undefined> {
  for await (const record of readRecords(everyType, inPieces(Buffer.from(line), 1_000), limits))
    return record;
  return undefined;
}

const lineOf = (record: DataRecord): string => `${JSON.stringify(record)}\n`;
const isTakenAsItStands = (line: string, entity: Entity = everyType): boolean =>
  shapeOf(entity).test(Buffer.from(line).toString('latin1'));

const [nothing = {}] = hostileRecords;
const kept = lineOf(nothing);

describe('records that were kept', () => {
  it('are the same when they are read again, wherever the stream is cut: every kind of text, number and sign', async () => {
    const text = hostileRecords.map(lineOf).join('');
    for (const pieces of [1, 7, 64, 1_000_000])
      expect((await again(text, pieces)).map(one => recordOf(everyType, one))).toEqual(hostileRecords);
  });

  it('are taken as they stand, but for numbers with a part inside a list, and those of 16 digits: these are read as if they had just come', () => {
    const others = hostileRecords.filter(record => !isTakenAsItStands(lineOf(record)));
    expect(others.map(({ number, tags }) => [number, tags])).toEqual([
      [9_007_199_254_740_991, [1, 0.1, -5e-7, true, null, 'x']],
      ['9007199254740993', null],
    ]);
  });

  it.each([
    ['a field more', kept.replace('}', ',"more":1}')],
    ['a field less', kept.replace(',"detail":null', '')],
    ['two fields in another order', kept.replace('"note":null,"number":null', '"number":null,"note":null')],
    ['a space', kept.replace(':', ': ')],
    ['a line of two', `${kept.trim()}${kept}`],
    ['text that never ends', kept.replace('"note":null', '"note":"')],
    ['a line break inside text', kept.replace('"note":null', '"note":"a\nb"')],
    ['an escape that nobody writes', kept.replace('"note":null', String.raw`"note":"\u0041"`)],
    ['half a character', kept.replace('"note":null', String.raw`"note":"\ud83d"`)],
    ['a number that a double does not hold', kept.replace('"number":null', '"number":9007199254740993')],
    ['zero below zero', kept.replace('"number":null', '"number":-0')],
    ['a decimal number as a number', kept.replace('"price":null', '"price":12.5')],
    ['a list for an object', kept.replace('"detail":null', '"detail":[]')],
    ['a list that never ends', kept.replace('"tags":null', '"tags":[1')],
    ['a comma too many', kept.replace('"tags":null', '"tags":[1,]')],
    ['a number of 17 digits in a list', kept.replace('"tags":null', '"tags":[90071992547409931]')],
  ])('are not taken as they stand with %s', (_, line) => {
    expect(isTakenAsItStands(line)).toBe(false);
    expect(isTakenAsItStands(kept)).toBe(true);
  });

  it('are read as if they had just come where they have no such shape, and refused then', async () => {
    const raw = '{"number":9007199254740995,"tags":[1e3,-0],"note":"\\u00e9"}';
    const expected = (await asItCame(raw)) ?? {};
    expect(await again(`${kept}\n${raw}\r\n${kept}`)).toEqual([
      keptOf(everyType, nothing),
      keptOf(everyType, expected),
      keptOf(everyType, nothing),
    ]);
    await expect(again(`${kept}{"note":5}\n`)).rejects.toThrow('Record 2, field "note"');
    await expect(again(`${kept}{"note":`)).rejects.toThrow('Record 2: it is not JSON');
  });

  it('are refused where they are no UTF-8, too long or too many, with their line', async () => {
    const broken = Buffer.concat([Buffer.from(`${kept}{"note":"`), Buffer.of(0xc3, 0x28), Buffer.from('"}')]);
    await expect(again(broken)).rejects.toThrow('Record 2: it is not text in UTF-8');
    const long = `${kept}${lineOf({ ...nothing, note: 'x'.repeat(2_000) })}`;
    for (const pieces of [100, 10_000])
      await expect(again(long, pieces, everyType, { recordBytes: 1_000, records: 9 })).rejects.toThrow(
        'Record 2: it is longer than the 1000 bytes',
      );
    await expect(again(kept.repeat(3), 50, everyType, { ...limits, records: 2 })).rejects.toThrow(
      'Record 3: there are more than the 2',
    );
  });

  it.each([
    ['escapes', { note: '"\\\n'.repeat(40_000) }],
    ['items of a list', { tags: Array.from({ length: 60_000 }, () => 1) }],
    [
      'names of an object',
      { detail: Object.fromEntries(Array.from({ length: 9_000 }, (_, at) => [`${at}`, [at]])) },
    ],
  ])('may hold a great many %s', async (_, held) => {
    const record: DataRecord = { ...nothing, ...held };
    expect(await again(lineOf(record), 65_536)).toEqual([keptOf(everyType, record)]);
  });
});
