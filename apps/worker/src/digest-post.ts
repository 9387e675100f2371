import { londonDateAt } from '@duly/case';
import type { Instant } from '@duly/law';
import { buildMessage, type Address, type BuiltMessage, type Signature } from '@duly/mail';
import { renderInside, type DigestCase, type Organisation } from '@duly/notices';
import type { DigestClaim, DigestItem, DigestTemplate, QuietHours } from '@duly/register';
import { momentAt } from '@duly/letters';
import type { PostRoom } from './activities/send-letter.js';

/** How and when digests go out, and in whose name. */
export interface DigestTerms {
  /** `HH:MM` in London. */
  readonly at: string;
  readonly organisation: Pick<Organisation, 'name'>;
  readonly from: Address;
  readonly replyTo: Address;
  readonly signature?: Signature;
}

/** Seconds that are left after the longest try. */
const leaseBeyondTry = 30;

function whyOf(kind: string): DigestCase['why'] {
  if (kind === 'progress-due' || kind === 'recipients-untold') return kind;
  return 'due-soon';
}

const caseOf = ({ order, dueDate, planBy, hasAlarm }: DigestItem): DigestCase => ({
  reference: order.reference,
  right: order.right,
  why: whyOf(order.kind),
  cite: order.decided.cite,
  dueDate,
  planBy,
  hasAlarm,
});

interface BuiltDigest {
  readonly message: BuiltMessage;
  readonly template: DigestTemplate;
}

/** Sends to those who wish it one letter a day in the place of their reminders; what was answered meanwhile is left out. */
export class DigestPost {
  constructor(
    private readonly room: PostRoom,
    private readonly terms: DigestTerms,
    private readonly quiet: QuietHours | undefined,
  ) {}

  /** Sends what is due now. @returns how many were looked at */
  async sendWhatIsDue(): Promise<number> {
    const { digests } = this.room.register;
    await digests.settleLost();
    const lease = this.room.post.longestTry + leaseBeyondTry;
    const due = await digests.take(this.terms.at, lease, this.quiet);
    for (const claim of due) await this.send(claim);
    return due.length;
  }

  private async send(claim: DigestClaim): Promise<void> {
    const { register, post, from } = this.room;
    const items = await register.digests.items(claim);
    const needed = items.filter(({ isNeeded }) => isNeeded);
    await Promise.all(items.filter(({ isNeeded }) => !isNeeded).map(item => this.leaveOut(item)));
    if (needed.length === 0) return register.digests.drop(claim);
    const { message, template } = await this.built(claim, needed);
    const letterIds = needed.map(({ order }) => order.letterId);
    const sent = await post.inTurn('later', async send => {
      const isOurs = await register.digests.sending(claim, { ...message, template }, letterIds);
      return isOurs ? send({ from, to: claim.email }, message.bytes) : undefined;
    });
    if (!sent) return;
    const code = 'code' in sent ? sent.code : undefined;
    if (sent.result === 'deferred') return register.digests.defer(claim, code);
    const outcome = sent.result === 'not-by-email' ? 'refused' : sent.result;
    await register.digests.settle(claim, outcome, code);
    this.room.digestSettled?.(outcome);
    for (const { order } of needed) this.room.settled?.(order.kind, outcome);
  }

  private async leaveOut({ order }: DigestItem): Promise<void> {
    const { letters, staffLetters } = this.room.register;
    if (await letters.notNeeded(order.letterId, momentAt(Date.now()))) {
      await staffLetters.done(order.letterId);
      this.room.settled?.(order.kind, 'not-needed');
    }
  }

  private async built(claim: DigestClaim, items: readonly DigestItem[]): Promise<BuiltDigest> {
    const { organisation, from, replyTo, signature } = this.terms;
    const now = Date.now() as Instant;
    const { subject, text, html, language, template, version } = renderInside('digest', {
      on: londonDateAt(now),
      organisation,
      addressee: claim.name,
      cases: items.map(caseOf),
    });
    const messageHash = await this.room.vault.keyedHash('message id', claim.digestId);
    const to = { name: claim.name, address: claim.email };
    const message = await buildMessage(
      { subject, text, html, language, from, to, replyTo, at: momentAt(now).at, messageHash },
      signature,
    );
    return { message, template: { name: template, version, language } };
  }
}
