import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { ApiError } from '../problem/api-error.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const refused = new ApiError('signature-refused', {
  detail:
    'The message is not signed with a secret of this service, or its time is more than five minutes away.',
  remedy:
    'Sign `webhook-id.webhook-timestamp.body` as Standard Webhooks says, with a secret of MAIL_REPORT_SECRETS, and send it at once.',
});

const off = new ApiError('no-such-route', {
  detail: 'This service takes no reports of mail systems over HTTP.',
  remedy: 'Set MAIL_REPORT_SECRETS, or have reports sent to the mailbox of BOUNCE_ADDRESS.',
});

const one = (headers: Headers, name: string): string => {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
};

/** Who may report on our letters: whoever signs with one of these secrets. Several at once, so that one can follow another. */
export class MailReportSecrets {
  private readonly webhooks: readonly Webhook[];

  /** @param secrets `whsec_…`, the newest first */
  constructor(secrets: readonly string[]) {
    this.webhooks = secrets.map(secret => new Webhook(secret));
  }

  /**
   * @returns the message's own id, which counts once
   * @throws ApiError `signature-refused` · `no-such-route` where no secret is set
   */
  verify(body: Buffer, headers: Headers): string {
    if (this.webhooks.length === 0) throw off;
    const signed = Object.fromEntries(
      ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(name => [name, one(headers, name)]),
    );
    if (!this.webhooks.some(webhook => isSignedWith(webhook, body, signed))) throw refused;
    return one(headers, 'webhook-id');
  }
}

function isSignedWith(webhook: Webhook, body: Buffer, headers: Record<string, string>): boolean {
  try {
    webhook.verify(body, headers, { jsonParse: false });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
}
