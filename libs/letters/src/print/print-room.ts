import type { PrintDocument } from '@duly/notices';
import { sha256 } from '@duly/mail';
import type { Register } from '@duly/register';
import { isErased, type Erased, type Vault } from '@duly/vault';
import { NotPrintable } from './not-printable.js';
import type { Printer } from './press.js';

/** A letter on paper is printed once and kept, sealed: whoever asks again has the same bytes. */
export class PrintRoom {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly printer: Printer,
  ) {}

  /** @returns undefined where the letter is not written yet @throws NotPrintable · PressBusy */
  async pdf(requestId: string, letterId: string): Promise<Uint8Array | Erased | undefined> {
    const kept = await this.register.paper.of(letterId);
    if (!kept) return undefined;
    if (kept.print) return this.vault.openLetter(requestId, `${letterId}/print`, kept.print);
    if (!kept.document)
      throw new NotPrintable('it was written before letters could be printed. Print it from its HTML');
    const opened = await this.vault.openLetter(requestId, `${letterId}/document`, kept.document);
    if (isErased(opened)) return opened;
    const bytes = await this.printer.print(JSON.parse(opened.toString()) as PrintDocument);
    const sealed = await this.vault.sealLetter(requestId, `${letterId}/print`, bytes);
    if (isErased(sealed)) return sealed;
    const first = await this.register.paper.keep(letterId, { sealed, hash: sha256(bytes) });
    // Two may have printed at once: what counts is the copy that was kept.
    return first ? bytes : this.pdf(requestId, letterId);
  }
}
