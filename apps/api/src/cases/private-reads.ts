import { Injectable } from '@nestjs/common';
import type { LetterContent, PeopleView } from '@duly/api-contract';
import { wordsFields, type CaseEvent, type PeopleNamed } from '@duly/case';
import { Register, type RegisteredCase } from '@duly/register';
import { readMessage, unpacked } from '@duly/mail';
import { NotPrintable, PressBusy, PrintRoom } from '@duly/letters';
import { isErased, Vault } from '@duly/vault';
import { letterErased, noSuchLetter, notPrintable, pressBusy } from '../commands/command-errors.js';
import type { Caller } from '../sign-in/caller.js';
import { StaffOfCalls } from '../staff/staff-of-calls.js';

type What =
  | 'letter on paper'
  | 'preview'
  | 'people'
  | 'words of the case'
  | 'words of the request'
  | 'letter'
  | 'message of a letter'
  | 'words of mail servers'
  | 'review'
  | 'package'
  | 'password of a package'
  | 'answers of sources'
  | 'documents'
  | 'document'
  | 'label of a delivery'
  | 'package of another controller';

interface Where {
  readonly requestId: string;
  readonly caseId?: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const isWordsField = (name: string): boolean => wordsFields.some(field => field === name);

function wordsIdsIn(value: unknown, found: Set<string>): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, part] of Object.entries(value)) {
    if (typeof part === 'string' && isWordsField(name) && uuid.test(part)) found.add(part);
    else wordsIdsIn(part, found);
  }
  return found;
}

/** Opens the vault for a reader. Whoever reads what is told of a person is written into the audit log first. */
@Injectable()
export class PrivateReads {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly staff: StaffOfCalls,
    private readonly paper: PrintRoom,
  ) {}

  /** Who takes part; null once they are erased. */
  async people(caller: Caller, where: Where, named: PeopleNamed): Promise<PeopleView> {
    const { requestId } = where;
    await this.note(caller, 'people', where);
    const people = await this.vault.people(requestId);
    if (isErased(people) || !people.subject) return null;
    const { subject, requester = null, recipient = null } = people;
    const { actsAs = null, child = null } = named;
    return { subject, requester, recipient, actsAs, child };
  }

  /** Every text that these events name, by its id; null once they are erased. */
  async words(
    caller: Caller,
    { requestId, caseId }: RegisteredCase,
    events: readonly CaseEvent[],
  ): Promise<Record<string, string> | null> {
    await this.note(caller, 'words of the case', { requestId, caseId });
    const ids = [...wordsIdsIn(events, new Set<string>())];
    const texts = await Promise.all(ids.map(async id => [id, await this.vault.words(id)] as const));
    if (texts.some(([, text]) => isErased(text))) return null;
    return Object.fromEntries(texts.filter((one): one is [string, string] => typeof one[1] === 'string'));
  }

  /** The words of the request itself, and what others call it; null once they are erased. */
  async wordsOfRequest(
    caller: Caller,
    requestId: string,
    wordsIds: readonly (string | null)[],
  ): Promise<readonly (string | null)[]> {
    await this.note(caller, 'words of the request', { requestId });
    const texts = await Promise.all(
      wordsIds.map(async id => (id === null ? undefined : await this.vault.words(id))),
    );
    return texts.map(text => (typeof text === 'string' ? text : null));
  }

  /** What a letter says, from the bytes that were sent or are to be printed. @throws ApiError `no-such-letter` · `erased` */
  async letter(
    caller: Caller,
    { requestId, caseId }: RegisteredCase,
    letterId: string,
  ): Promise<Pick<LetterContent, 'to' | 'subject' | 'text' | 'html'>> {
    const { to, bytes } = await this.opened(caller, { requestId, caseId }, letterId, 'letter');
    const { subject, text, html = null } = await readMessage(bytes);
    return { to: to === '' ? null : to, subject, text, html };
  }

  /** The letter as a PDF, for who prints and posts it. @throws ApiError `no-such-letter` · `erased` · `not-printable` · `press-busy` */
  async pdf(caller: Caller, { requestId, caseId }: RegisteredCase, letterId: string): Promise<Uint8Array> {
    await this.note(caller, 'letter on paper', { requestId, caseId }, { letter: letterId });
    const bytes = await this.paper.pdf(requestId, letterId).catch((error: unknown) => {
      if (error instanceof NotPrintable) throw notPrintable(error.problem);
      throw error instanceof PressBusy ? pressBusy : error;
    });
    if (bytes === undefined) throw noSuchLetter;
    if (isErased(bytes)) throw letterErased;
    return bytes;
  }

  /** Whoever sees a letter before it is sent sees what it says of the person. */
  previewed(caller: Caller, { requestId, caseId }: Where, verb: string): Promise<void> {
    return this.note(caller, 'preview', { requestId, ...(caseId !== undefined && { caseId }) }, { verb });
  }

  /** What was collected, and what is said of it in the review. */
  reviewed(caller: Caller, { requestId, caseId }: RegisteredCase): Promise<void> {
    return this.note(caller, 'review', { requestId, caseId });
  }

  packageOpened(caller: Caller, { requestId, caseId }: RegisteredCase, made: string): Promise<void> {
    return this.note(caller, 'package', { requestId, caseId }, { package: made });
  }

  /** What another controller sent: it belongs to no request. @param item of which it is the content */
  async incoming(caller: Caller, incoming: string, item?: string): Promise<void> {
    const by = await this.staff.idOf(caller);
    const what = 'package of another controller' satisfies What;
    const detail = { what, incoming, ...(item !== undefined && { item }) };
    await this.register.record({ action: 'PersonalDataRead', by, detail });
  }

  labelled(caller: Caller, { requestId, caseId }: RegisteredCase, delivery: string): Promise<void> {
    return this.note(caller, 'label of a delivery', { requestId, caseId }, { delivery });
  }

  passwordShown(caller: Caller, { requestId, caseId }: RegisteredCase, made: string): Promise<void> {
    return this.note(caller, 'password of a package', { requestId, caseId }, { package: made });
  }

  /** The message itself, as it was sent or is to be printed. @throws ApiError `no-such-letter` · `erased` */
  async message(caller: Caller, { requestId, caseId }: RegisteredCase, letterId: string): Promise<Buffer> {
    return (await this.opened(caller, { requestId, caseId }, letterId, 'message of a letter')).bytes;
  }

  private async opened(caller: Caller, where: Where, letterId: string, what: What) {
    const { requestId } = where;
    const message = await this.register.letters.message(letterId);
    if (!message) throw noSuchLetter;
    await this.note(caller, what, where, { letter: letterId });
    const opened = await this.vault.openLetter(requestId, letterId, message.sealed);
    if (isErased(opened)) throw letterErased;
    return unpacked(opened);
  }

  /** What was said for sources, and why. */
  ofSources(caller: Caller, where: Where): Promise<void> {
    return this.note(caller, 'answers of sources', where);
  }

  /** What documents are called; of one, what it holds. */
  ofDocuments(caller: Caller, where: Where, document?: string): Promise<void> {
    return document === undefined
      ? this.note(caller, 'documents', where)
      : this.note(caller, 'document', where, { document });
  }

  /** What mail servers said of letters: it repeats addresses. Each place names what the words were sealed for. */
  async serverWords(
    caller: Caller,
    { requestId, caseId }: RegisteredCase,
    sealed: readonly { readonly place: string; readonly sealedWords: Buffer | null }[],
  ): Promise<ReadonlyMap<Buffer, string | null>> {
    const kept = sealed.flatMap(({ place, sealedWords }) => (sealedWords ? [{ place, sealedWords }] : []));
    if (kept.length === 0) return new Map();
    await this.note(caller, 'words of mail servers', { requestId, caseId });
    const opened = kept.map(async ({ place, sealedWords }) => {
      const words = await this.vault.openLetter(requestId, place, sealedWords);
      return [sealedWords, isErased(words) ? null : words.toString()] as const;
    });
    return new Map(await Promise.all(opened));
  }

  private async note(
    caller: Caller,
    what: What,
    where: Where,
    which: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const by = await this.staff.idOf(caller);
    await this.register.record({ action: 'PersonalDataRead', by, ...where, detail: { what, ...which } });
  }
}
