import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { openPayloads } from './payload-json.js';
import { PayloadKeys } from './payload-keys.js';
import { SealedPayloads } from './sealed-payloads.js';

const key = (name: string, fill: number): string => `${name}:${Buffer.alloc(32, fill).toString('base64')}`;
const codecOf = (...keys: readonly string[]): SealedPayloads =>
  SealedPayloads.from({ temporalPayloadKeys: keys.join(', ') });

const first = codecOf(key('2026', 1));
const both = codecOf(key('2027', 2), key('2026', 1));
const second = codecOf(key('2027', 2));

const said = { caseId: '0d9c8b7a-6f5e-4d3c-8b2a-1f0e9d8c7b6a', dueDate: '2036-04-30' };
const plain = defaultPayloadConverter.toPayload(said);
const sealedBy = async (codec: SealedPayloads): Promise<Payload> => {
  const [sealed] = await codec.encode([plain]);
  if (!sealed) throw new Error('one payload in, one out');
  return sealed;
};
const textOf = ({ metadata, data }: Payload): string =>
  [...Object.values(metadata ?? {}), data ?? new Uint8Array()]
    .map(bytes => Buffer.from(bytes).toString('latin1'))
    .join('\n');
const read = (payloads: readonly Payload[]): unknown =>
  payloads.map(one => defaultPayloadConverter.fromPayload<unknown>(one));

describe('a payload', () => {
  it('says to whoever has no key only by which key it was sealed', async () => {
    const sealed = await sealedBy(first);
    expect(textOf(sealed)).not.toMatch(/caseId|0d9c8b7a|dueDate|2036|json/);
    expect(textOf(sealed)).toMatch(/^binary\/encrypted\nAES-256-GCM\n2026\n/);
  });

  it('is never sealed twice alike, so that nobody tells that two cases say the same', async () => {
    expect(textOf(await sealedBy(first))).not.toBe(textOf(await sealedBy(first)));
  });

  it('opens with its key, also once a newer one seals what comes', async () => {
    const [old, young] = [await sealedBy(first), await sealedBy(both)];
    expect(read(await both.decode([old, young]))).toEqual([said, said]);
    expect(textOf(young)).toContain('2027');
    expect(read(await second.decode([young]))).toEqual([said]);
  });

  it('whose key is gone is refused, and told by which key it was sealed', async () => {
    await expect(second.decode([await sealedBy(first)])).rejects.toMatchObject({
      name: 'PayloadKeyMissing',
      keyId: '2026',
      message: expect.stringContaining('sealed with the key "2026"'),
    });
  });

  it('that was changed anywhere, or given another key’s name, does not open', async () => {
    const sealed = await sealedBy(both);
    const data = sealed.data ?? new Uint8Array();
    for (const place of [0, 13, data.length - 1]) {
      const changed = Uint8Array.from(data, (byte, at) => (at === place ? byte ^ 1 : byte));
      await expect(both.decode([{ ...sealed, data: changed }])).rejects.toThrow('was changed');
    }
    for (const short of [0, 5, 27])
      await expect(both.decode([{ ...sealed, data: data.subarray(0, short) }])).rejects.toThrow(
        'was changed',
      );
    const metadata = { ...sealed.metadata, 'encryption-key-id': Buffer.from('2026') };
    await expect(both.decode([{ ...sealed, metadata }])).rejects.toThrow('another key goes by that name');
  });

  it('that was never sealed passes as it is: a history from before there were keys goes on', async () => {
    expect(await first.decode([plain])).toEqual([plain]);
  });
});

it('payloads come from Temporal’s tools as JSON, and go back so', async () => {
  const { metadata, data } = await sealedBy(first);
  const base64 = (bytes: Uint8Array | null | undefined): string =>
    Buffer.from(bytes ?? []).toString('base64');
  const named = Object.entries(metadata ?? {}).map(([name, value]) => [name, base64(value)] as const);
  const sent = { metadata: Object.fromEntries(named), data: base64(data) };
  const opened = await openPayloads(first, [sent, {}]);
  expect(opened.keys).toEqual(['2026']);
  expect(opened.sealed).toHaveLength(1);
  expect(opened.payloads).toEqual([
    {
      metadata: { encoding: base64(Buffer.from('json/plain')) },
      data: base64(Buffer.from(JSON.stringify(said))),
    },
    { metadata: {}, data: '' },
  ]);
});

it.each(['', 'name', 'a:short', `${key('a', 1)},${key('a', 2)}`])(
  'keys that are not well written are refused, in words without them: %#',
  written => {
    expect(() => PayloadKeys.read(written)).toThrow('TEMPORAL_PAYLOAD_KEYS');
  },
);
