import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import { PayloadKeys } from './payload-keys.js';

const PayloadMessage = proto.temporal.api.common.v1.Payload;

const text = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

/** The names that Temporal's own samples use, so that its tools show what they cannot read as encrypted. */
const sealedEncoding = 'binary/encrypted';
const keyField = 'encryption-key-id';
const cipherField = 'encryption-cipher';

export const isSealed = ({ metadata }: Payload): boolean => text(metadata?.['encoding']) === sealedEncoding;

/** Of something sealed. */
export const keyIdOf = ({ metadata }: Payload): string => text(metadata?.[keyField]);

/**
 * The second wall around what Temporal keeps; the first is that it says nothing of a person. What is not sealed passes as it is, so that
 * a history which began before there were keys goes on.
 */
export class SealedPayloads implements PayloadCodec {
  constructor(private readonly keys: PayloadKeys) {}

  static from({ temporalPayloadKeys }: { readonly temporalPayloadKeys: string }): SealedPayloads {
    return new SealedPayloads(PayloadKeys.read(temporalPayloadKeys));
  }

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map(payload => this.seal(payload)));
  }

  /** @throws PayloadKeyMissing · PayloadChanged */
  decode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve().then(() => payloads.map(payload => this.open(payload)));
  }

  private seal(payload: Payload): Payload {
    const { keyId, sealed } = this.keys.seal(PayloadMessage.encode(payload).finish());
    const metadata = {
      encoding: Buffer.from(sealedEncoding),
      [cipherField]: Buffer.from('AES-256-GCM'),
      [keyField]: Buffer.from(keyId),
    };
    return { metadata, data: sealed };
  }

  private open(payload: Payload): Payload {
    if (!isSealed(payload)) return payload;
    const content = this.keys.open({ keyId: keyIdOf(payload), sealed: payload.data ?? new Uint8Array() });
    return PayloadMessage.decode(content);
  }
}
