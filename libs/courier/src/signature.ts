import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** 256 bits, as Standard Webhooks writes them: `whsec_` and base64. */
export const newHookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

export interface MessageToSign {
  /** The same at each try: by it a receiver knows what it has already taken. */
  readonly id: string;
  /** Of this try. */
  readonly at: Date;
  readonly body: string;
}

/** The headers of Standard Webhooks; signed with each secret, so that a receiver may have either while it changes over. */
export function signatureHeaders({ id, at, body }: MessageToSign, secrets: readonly string[]) {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': secrets.map(secret => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
