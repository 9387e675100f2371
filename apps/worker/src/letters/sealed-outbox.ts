import { isToStaff, type LetterOrder, type LetterOutcome } from '@duly/case';
import {
  unpacked,
  type ClaimedLetter,
  type Outbox,
  type Reply,
  type SentOutcome,
  type Written,
} from '@duly/mail';
import { addressHash, type LetterClaim, type Letters, type Reply as SealedReply } from '@duly/register';
import { isErased, type LetterSeals, type Vault } from '@duly/vault';
import type { CaseTime } from '../activities/attempt-time.js';

/** RFC 3463: the server that has the mailbox says that there is none. */
const nobodyThere = /(?:^|\s)5\.1\.(?:1|2|3|6|10)(?=\s|$)/;

/** The outbox of one letter: its row in the register, its bytes and the server's words sealed by the vault. */
export class SealedOutbox implements Outbox<LetterClaim, LetterOutcome> {
  private to: string | undefined;
  /** Of this one try. */
  private seals: LetterSeals | undefined;

  constructor(
    private readonly letters: Letters,
    private readonly vault: Vault,
    private readonly order: LetterOrder,
    private readonly time: CaseTime,
    /** Writes the letter and keeps it. Gives the outcome of one that cannot go by e-mail. */
    private readonly writing: () => Promise<LetterOutcome | undefined>,
    private readonly settled: (outcome: LetterOutcome['outcome']) => void,
    private readonly failed: (requestId: string, addressHash: string) => Promise<void>,
  ) {}

  async write(): Promise<Written<LetterOutcome>> {
    const seen = await this.letters.look(this.order);
    if (seen !== 'unwritten') return { kind: seen };
    const outcome = await this.writing();
    return outcome ? { kind: 'settled', outcome } : { kind: 'untried' };
  }

  async claim(letterId: string, lease: number) {
    // Together: whoever claims holds a connection. Its key is looked for in its turn, not before: it may have been destroyed meanwhile.
    const [claimed, seals] = await Promise.all([
      this.letters.claim(this.order, lease),
      this.vault.letterSeals(this.order.requestId),
    ]);
    if (claimed.kind === 'not-built')
      throw new Error(`Letter ${letterId} was written, and its bytes are not kept.`);
    if (claimed.kind !== 'claimed') return claimed;
    const { claim, message, unknownTries } = claimed;
    if (isErased(seals)) {
      const outcome = await this.letters.settle(claim, { outcome: 'refused', ...this.time() });
      this.settled(outcome.outcome);
      return { kind: 'settled', outcome } as const;
    }
    this.seals = seals;
    const letter = unpacked(seals.open(letterId, message.sealed));
    if (!isToStaff(this.order)) this.to = letter.to;
    return {
      kind: 'claimed',
      claim,
      ...letter,
      hash: message.hash,
      ...(message.returnToken !== undefined && { returnToken: message.returnToken }),
      unknownTries,
    } satisfies ClaimedLetter<LetterClaim>;
  }

  async settle(claim: LetterClaim, outcome: SentOutcome, isPossibleDuplicate: boolean, reply?: Reply) {
    const sealed = reply && this.sealedReply(reply);
    if (outcome === 'refused' && this.to !== undefined && reply && nobodyThere.test(reply.words))
      await this.failed(this.order.requestId, await addressHash(this.vault, this.to));
    const settled = await this.letters.settle(claim, {
      outcome,
      isPossibleDuplicate,
      ...this.time(),
      ...(sealed && { reply: sealed }),
    });
    this.settled(settled.outcome);
    return settled;
  }

  async defer(claim: LetterClaim, reply?: Reply): Promise<void> {
    await this.letters.defer(claim, reply && this.sealedReply(reply));
  }

  endedUnknown(claim: LetterClaim): Promise<void> {
    return this.letters.endedUnknown(claim);
  }

  private sealedReply({ code, words }: Reply): SealedReply {
    const sealedWords = this.seals?.seal(`${this.order.letterId}/reply`, Buffer.from(words));
    return { ...(code !== undefined && { code }), ...(sealedWords && { sealedWords }) };
  }
}
