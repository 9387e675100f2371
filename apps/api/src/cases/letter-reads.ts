import { Injectable } from '@nestjs/common';
import type { LetterContent, LettersView, ReadQuery } from '@duly/api-contract';
import { Register, type LetterItem, type RegisteredCase } from '@duly/register';
import { noSuchLetter } from '../commands/command-errors.js';
import type { Caller } from '../sign-in/caller.js';
import { CaseReads } from './case-reads.js';
import { letterView, type OpenedWords } from './letter-view.js';
import { PrivateReads } from './private-reads.js';

/** What a caller reads of letters: what each says, what became of it, and what the mail servers said. */
@Injectable()
export class LetterReads {
  constructor(
    private readonly register: Register,
    private readonly cases: CaseReads,
    private readonly privately: PrivateReads,
  ) {}

  /** @throws ApiError `no-such-case` */
  async list(caller: Caller, caseId: string, query: ReadQuery): Promise<LettersView> {
    const found = await this.cases.found(caseId, query);
    const items = await this.register.cases.letters(caseId);
    const { reference, version } = found;
    return { id: caseId, reference, version, letters: await this.views(caller, found, items) };
  }

  /** @throws ApiError `no-such-case` · `no-such-letter` · `erased` */
  async one(caller: Caller, caseId: string, letterId: string): Promise<LetterContent> {
    const { found, item } = await this.item(caseId, letterId);
    const content = await this.privately.letter(caller, found, letterId);
    const [view] = await this.views(caller, found, [item]);
    if (!view) throw noSuchLetter;
    return { ...view, ...content };
  }

  /** The message itself, byte by byte as it was sent. @throws ApiError as {@link one} */
  async message(caller: Caller, caseId: string, letterId: string): Promise<Buffer> {
    const { found } = await this.item(caseId, letterId);
    return this.privately.message(caller, found, letterId);
  }

  /** @throws ApiError `no-such-case` · `no-such-letter` · `erased` · `not-printable` · `press-busy` */
  async onPaper(caller: Caller, caseId: string, letterId: string): Promise<Uint8Array> {
    const { found } = await this.item(caseId, letterId);
    return this.privately.pdf(caller, found, letterId);
  }

  private async item(caseId: string, letterId: string) {
    const found = await this.cases.found(caseId);
    const letters = await this.register.cases.letters(caseId);
    const item = letters.find(letter => letter.letterId === letterId);
    if (!item) throw noSuchLetter;
    return { found, item };
  }

  private async views(caller: Caller, found: RegisteredCase, items: readonly LetterItem[]) {
    const ids = items.map(({ letterId }) => letterId);
    const { letterSends } = this.register;
    const [tries, reports] = await Promise.all([letterSends.tries(ids), letterSends.reported(ids)]);
    const sealed = [
      ...tries.map(({ letterId, sealedWords }) => ({ place: `${letterId}/reply`, sealedWords })),
      ...reports.map(({ reportId, sealedWords }) => ({ place: `report/${reportId}`, sealedWords })),
    ];
    const opened: OpenedWords = await this.privately.serverWords(caller, found, sealed);
    return items.map(item => letterView(item, tries, reports, opened));
  }
}
