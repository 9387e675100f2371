import { Readable } from 'node:stream';
import type { Collected, DataRecord, Entity, Field, FieldType } from './records/entity.js';
import { keptOf } from './records/kept-record.js';

const field = (name: string, type: FieldType, term?: string): Field => ({
  name,
  type,
  description: `What <${name}> & co. mean`,
  origin: 'provided',
  basis: 'contract',
  ...(term && { term }),
});

/** An entity with a field of each type. */
export const everyType: Entity = {
  source: 'crm',
  name: 'notes',
  description: 'Notes & "orders" <of> a customer',
  fields: [
    field('note', 'text', 'https://schema.org/text'),
    field('number', 'integer'),
    field('price', 'decimal'),
    field('agreed', 'boolean'),
    field('day', 'date'),
    field('at', 'instant'),
    field('tags', 'list'),
    field('detail', 'object'),
  ],
};

/** Texts that have broken exports before. */
export const hostileTexts = [
  '',
  ' ',
  'plain',
  'Zoë Ångström, “quoted”',
  '"; DROP TABLE',
  'a,b;c\td',
  'one\ntwo\r\nthree\rfour',
  '\n',
  ' leading and trailing ',
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+44 20 7946 0000',
  '-5',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1+1',
  "'=already",
  "'",
  '<script>alert(1)</script>&amp;]]>',
  '&lol9; <!ENTITY x "y">',
  'مرحبا بالعالم',
  '\u202Eright to left\u202C',
  'שלום 123',
  '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '日本語',
  '\u0000\u0007\u001F\uFFFE\uFFFF\\u0000',
  '\uFEFFbyte order mark',
  '\u0085\u2028\u2029',
  'null',
  'TRUE',
  '0012',
  '1e5',
  '9007199254740993',
  '#REF!',
  '{"a":1}',
] as const;

const nothing: DataRecord = {
  note: null,
  number: null,
  price: null,
  agreed: null,
  day: null,
  at: null,
  tags: null,
  detail: null,
};

/** Each hostile text as a text, in a list, as a name and a value in an object; and the odd numbers and dates. */
export const hostileRecords: readonly DataRecord[] = [
  nothing,
  ...hostileTexts.map(note => ({ ...nothing, note, tags: [note, [note]], detail: { [`k${note}`]: note } })),
  {
    ...nothing,
    number: 0,
    price: '0.00',
    agreed: false,
    day: '1900-01-01',
    at: '2026-03-29T00:59:59Z',
    tags: [],
    detail: {},
  },
  {
    ...nothing,
    number: 9_007_199_254_740_991,
    price: '-12.50',
    agreed: true,
    day: '2024-02-29',
    at: '2026-10-25T01:30:00.123456789+01:00',
    tags: [1, 0.1, -5e-7, true, null, 'x'],
    detail: { a: { b: [null, { c: '9007199254740993' }] } },
  },
  { ...nothing, number: '9007199254740993', price: '123456789012345678901234567890.123456789' },
  { ...nothing, number: '-170141183460469231731687303715884105728' },
];

export const collectedOf = (entity: Entity, records: readonly DataRecord[]): Collected => ({
  entity,
  records: () => Readable.from([records.map(record => keptOf(entity, record))]),
});

export const hostile = collectedOf(everyType, hostileRecords);

export const vocabulary = 'https://duly.example/vocabulary/1';

/** The whole of a file, as text. */
export async function textOf(file: { content(): AsyncIterable<Uint8Array> } | undefined): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file?.content() ?? []) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
