import type { LetterOrder } from '@duly/case';
import { buildMessage, packed, type Address, type Signature } from '@duly/mail';
import type { KeptLetter } from '@duly/register';
import { isErased, type Vault } from '@duly/vault';
import type { Moment } from '../moment.js';
import type { LetterWriter, NotYetKept, Written } from './letter-writer.js';

export interface MakerOptions {
  /** What letters come from. */
  readonly from: Address;
  readonly replyTo: Address;
  readonly signature?: Signature;
}

/** A letter that is ready to be sent, or to be printed where it cannot go by e-mail; or of which nothing may be known any more. */
export type Made =
  | { readonly kind: 'to-send' | 'no-address' | 'wrong-address'; readonly kept: KeptLetter }
  | { readonly kind: 'erased' };

/** Writes a letter, and seals the bytes that will be sent. */
export class LetterMaker {
  constructor(
    private readonly writer: LetterWriter,
    private readonly vault: Vault,
    private readonly options: MakerOptions,
  ) {}

  /** @throws LetterNotComplete */
  async make(order: LetterOrder, now: Moment, notYetKept: NotYetKept = {}): Promise<Made> {
    const written = await this.writer.write(order, now, notYetKept);
    if (isErased(written)) return { kind: 'erased' };
    const kept = await this.sealed(order, now, written);
    if (isErased(kept)) return { kind: 'erased' };
    return { kind: typeof written.goesTo === 'string' ? written.goesTo : 'to-send', kept };
  }

  private async sealed({ letterId, requestId }: LetterOrder, now: Moment, { letter, goesTo }: Written) {
    const { from, replyTo, signature } = this.options;
    const { subject, text, html, language } = letter;
    const to = typeof goesTo === 'string' ? undefined : goesTo;
    const returnToken = (await this.vault.keyedHash('return address', letterId)).slice(0, 40);
    const messageHash = await this.vault.keyedHash('message id', letterId);
    const content = {
      ...{ from, replyTo, subject, text, language, at: now.at, messageHash },
      ...(html !== undefined && { html }),
      ...(to && { to }),
    };
    const { bytes, hash, messageId } = await buildMessage(content, signature);
    const sealed = await this.vault.sealLetter(requestId, letterId, packed(to?.address ?? '', bytes));
    if (isErased(sealed)) return sealed;
    const proved = await this.vault.commitments.ofLetter(requestId, {
      letterId,
      writtenFrom: letter.writtenFrom,
      hash,
    });
    if (isErased(proved)) return proved;
    const { template, version } = letter;
    const document = await this.documentOf(requestId, letterId, letter);
    if (isErased(document)) return document;
    const message = { sealed, hash, messageId, size: bytes.length, returnToken };
    const origin = { template, version, language, ...proved };
    return { message, origin, document } satisfies KeptLetter;
  }

  /** What it is printed from: also of a letter that goes by e-mail, since it may have to be posted after all. */
  private documentOf(requestId: string, letterId: string, { print }: Written['letter']) {
    return this.vault.sealLetter(requestId, `${letterId}/document`, Buffer.from(JSON.stringify(print)));
  }
}
