import { Injectable } from '@nestjs/common';
import type { LetterPreview } from '@duly/api-contract';
import type { LetterOrder } from '@duly/case';
import { LetterWriter, momentAt, type GoesTo, type NotYetKept } from '@duly/letters';
import { LetterNotComplete } from '@duly/notices';
import type { Instant } from '@duly/law';
import { isErased } from '@duly/vault';
import { erased } from '../commands/command-errors.js';
import { ApiError } from '../problem/api-error.js';

const ways = { 'no-address': 'post', 'wrong-address': 'no-usable-address' } as const;

const wayOf = (goesTo: GoesTo): Pick<LetterPreview, 'by' | 'to'> =>
  typeof goesTo === 'string' ? { by: ways[goesTo], to: null } : { by: 'email', to: goesTo.address };

/** What the letters of a command would say; made by whoever makes those that are sent. */
@Injectable()
export class PreviewLetters {
  constructor(private readonly writer: LetterWriter) {}

  /**
   * @param notYetKept what the command brings: its words, by the ids that it carries in their place
   * @throws ApiError `erased` · `not-valid` where a letter would lack what it must say
   */
  async of(orders: readonly LetterOrder[], now: Instant, notYetKept: NotYetKept): Promise<LetterPreview[]> {
    // A reminder for a day to come is no letter of this command.
    const atOnce = orders.filter(({ notBefore }) => notBefore === undefined);
    return Promise.all(atOnce.map(order => this.one(order, now, notYetKept)));
  }

  private async one(order: LetterOrder, now: Instant, notYetKept: NotYetKept) {
    const written = await this.writer.write(order, momentAt(now), notYetKept).catch(asProblem);
    if (isErased(written)) throw erased;
    const { subject, text, html = null, language, template, version } = written.letter;
    const { kind, level, recipient } = order;
    const about = { kind, level, recipient, ...wayOf(written.goesTo) };
    return { ...about, subject, text, html, language, template, templateVersion: version };
  }
}

function asProblem(error: unknown): never {
  if (!(error instanceof LetterNotComplete)) throw error;
  throw new ApiError('not-valid', {
    detail: `The letter would lack what it must say: ${error.field}: ${error.problem}.`,
    remedy: 'Give it in the body, or put it on record first; then look again.',
  });
}
