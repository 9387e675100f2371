import { Injectable } from '@nestjs/common';
import { unpacked } from '@duly/mail';
import { Register, type LetterItem } from '@duly/register';
import { isErased, Vault } from '@duly/vault';
import { letterErased } from '../commands/command-errors.js';

/** The letters as they were sent, for a bundle that may name people. */
@Injectable()
export class LettersShown {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
  ) {}

  /** The bytes of each letter in base64, by its id. @throws ApiError `erased` */
  async of(requestId: string, letters: readonly LetterItem[]): Promise<Readonly<Record<string, string>>> {
    const shown: [string, string][] = [];
    for (const { letterId } of letters) {
      const message = await this.register.letters.message(letterId);
      if (!message) continue;
      const opened = await this.vault.openLetter(requestId, letterId, message.sealed);
      if (isErased(opened)) throw letterErased;
      shown.push([letterId, unpacked(opened).bytes.toString('base64')]);
    }
    return Object.fromEntries(shown);
  }
}
