import { randomInt, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { PackageBody, PackagesView, PackageView, PasswordShown } from '@duly/api-contract';
import { momentAt } from '@duly/letters';
import { Register, type Package } from '@duly/register';
import { isErased, Vault } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { caseNow } from '../cases/case-files.js';
import { CaseReads } from '../cases/case-reads.js';
import { PrivateReads } from '../cases/private-reads.js';
import { erased } from '../commands/command-errors.js';
import { storeWords } from '../commands/store-words.js';
import { successStatuses } from '../http-status.js';
import type { Caller } from '../sign-in/caller.js';
import {
  noSuchPackage,
  notAllClean,
  notCollected,
  notReviewed,
  packageGone,
  packageNotReady,
  packageUnderWay,
} from './disclosing-errors.js';
import { DocumentShelf } from './document-shelf.js';
import { packageInputs } from './package-inputs.js';
import { Reviewing } from './reviewing.js';

const waitings = ['store-full', 'document-missing', 'tried-again'] as const;
const endings = ['not-readable', 'erased', 'does-not-open'] as const;

/** Without signs that are read out wrongly: 80 bits in four groups. */
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const newPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join(''),
  ).join('-');

function viewOf(made: Package, reviewVersion: string): PackageView {
  const { packageId: id, number, state, isEncrypted, parts: files, partsWritten: written, bytes } = made;
  const { failure, askedBy, askedAt, readyAt, keepUntil: keptUntil, destroyedAt } = made;
  return {
    ...{ id, number, state, isEncrypted, progress: { files, written }, bytes },
    waitsFor: waitings.find(one => one === failure) ?? null,
    failedBecause: endings.find(one => one === failure) ?? null,
    isUpToDate: made.reviewVersion === reviewVersion,
    ...{ askedBy, askedAt, readyAt, keptUntil, destroyedAt },
  };
}

/** A package's bytes, and how many. */
export interface OpenedPackage {
  readonly content: Readable;
  readonly bytes: number;
}

/** Packages of a case's data. */
@Injectable()
export class KeepPackages {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly calls: Calls,
    private readonly reads: CaseReads,
    private readonly privately: PrivateReads,
    private readonly reviewing: Reviewing,
    private readonly shelf: DocumentShelf,
  ) {}

  build(call: Call, caseId: string, { encrypted = false }: PackageBody): Promise<Answer> {
    const work = { packageId: randomUUID(), passwordWords: randomUUID() };
    return this.calls.once(call, work, async ({ work: { packageId, passwordWords }, staffId }) => {
      const { known, file, review, items, isFinished } = await this.reviewing.of(caseId);
      if (review.isCollected !== true) throw notCollected;
      if (review.notClean > 0) throw notAllClean(review.notClean);
      if (!isFinished) throw notReviewed;
      const { requestId, reference } = known;
      if (encrypted)
        await storeWords(this.vault, { requestId, caseId }, [
          { wordsId: passwordWords, text: newPassword() },
        ]);
      const toMake = {
        ...{ packageId, caseId, requestId, reference, isEncrypted: encrypted },
        passwordWords: encrypted ? passwordWords : null,
        inputs: packageInputs(items, review.papers, file),
        reviewVersion: review.version,
        madeOn: momentAt(caseNow(known)).on,
      };
      if (!(await this.register.disclosing.packages.make(toMake, staffId))) throw packageUnderWay;
      return { status: successStatuses.accepted, body: await this.read(caseId) };
    });
  }

  async read(caseId: string): Promise<PackagesView> {
    await this.reads.found(caseId);
    const { version } = await this.register.disclosing.reviews.of(caseId);
    const [newest, ...earlier] = (await this.register.disclosing.packages.ofCase(caseId)).map(one =>
      viewOf(one, version),
    );
    return { case: caseId, package: newest ?? null, earlier };
  }

  /** For staff: whoever puts it in the post. @throws ApiError */
  async download(caller: Caller, caseId: string, packageId: string): Promise<OpenedPackage> {
    const { known, isFinished, review } = await this.reviewing.of(caseId);
    const made = await this.found(caseId, packageId);
    if (!isFinished || made.reviewVersion !== review.version) throw notReviewed;
    await this.privately.packageOpened(caller, known, packageId);
    return this.open(made);
  }

  /** @throws ApiError `package-not-ready` · `package-gone` */
  async open(made: Package): Promise<OpenedPackage> {
    const { requestId, caseId, packageId, state, bytes } = made;
    if (state === 'destroyed') throw packageGone;
    if (state !== 'ready' || bytes === null) throw packageNotReady;
    const place = { requestId, caseId, copyId: packageId, partId: packageId };
    const content = await this.vault.openCopy(place, this.shelf.store.get([requestId, caseId, packageId]));
    if (isErased(content)) throw packageGone;
    return { content: Readable.from(content, { objectMode: false }), bytes };
  }

  async password(caller: Caller, caseId: string, packageId: string): Promise<PasswordShown> {
    const known = await this.reads.found(caseId);
    const made = await this.found(caseId, packageId);
    if (made.passwordWords === null) throw noSuchPackage;
    if (made.state === 'destroyed') throw packageGone;
    await this.privately.passwordShown(caller, known, packageId);
    const password = await this.vault.words(made.passwordWords);
    if (typeof password !== 'string') throw erased;
    return { password };
  }

  private async found(caseId: string, packageId: string): Promise<Package> {
    const made = await this.register.disclosing.packages.byId(packageId);
    if (made?.caseId !== caseId) throw noSuchPackage;
    return made;
  }
}
