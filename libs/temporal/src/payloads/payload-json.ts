import type { Payload } from '@temporalio/common';
import { isSealed, keyIdOf, type SealedPayloads } from './sealed-payloads.js';

/** A payload as Temporal's web UI and command line send it to whoever holds the keys: protobuf's JSON, bytes in base64. */
export interface PayloadJson {
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly data?: string | undefined;
}

export interface OpenedPayloads {
  readonly payloads: readonly PayloadJson[];
  /** Those of them that had been sealed. */
  readonly sealed: readonly PayloadJson[];
  /** The keys that had sealed them. */
  readonly keys: readonly string[];
}

const fromJson = ({ metadata = {}, data = '' }: PayloadJson): Payload => ({
  metadata: Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [name, Buffer.from(value, 'base64')]),
  ),
  data: Buffer.from(data, 'base64'),
});

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const toJson = ({ metadata, data }: Payload): PayloadJson => ({
  metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, base64(value)])),
  data: base64(data ?? new Uint8Array()),
});

/** @throws PayloadKeyMissing · PayloadChanged */
export async function openPayloads(
  codec: SealedPayloads,
  sent: readonly PayloadJson[],
): Promise<OpenedPayloads> {
  const payloads = sent.map(fromJson);
  const opened = (await codec.decode(payloads)).map(toJson);
  return {
    payloads: opened,
    sealed: opened.filter((_one, place) => isSealed(payloads[place] ?? {})),
    keys: [...new Set(payloads.filter(isSealed).map(keyIdOf))],
  };
}
