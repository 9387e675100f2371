import { NotScanned, type DocumentRoom, type Scanned } from '@duly/documents';
import type { CaseDocument, ScanVerdict } from '@duly/register';
import { DoesNotOpen, isErased } from '@duly/vault';
import type { Log } from '../log/log.js';
import { Rounds } from '../rounds.js';

/** Milliseconds between two looks. */
const pause = 500;
const atOnce = 4;

export interface ScanningOptions {
  readonly room: DocumentRoom;
  /** Undefined where none is set. */
  readonly scanner: { scan(document: AsyncIterable<Uint8Array>): Promise<Scanned> } | undefined;
  /** Counts every document as clean where no scanner is set: for development. */
  readonly isUnscannedClean: boolean;
  /** Seconds for which a document is one worker's alone, should it die over it; longer each time. */
  readonly lease: number;
  readonly log: Log;
}

/** Looks whether what came in is clean. Without a verdict a document waits: nothing is ever given out for want of one. */
export class ScanDocuments {
  private constructor(private readonly options: ScanningOptions) {}

  /** @returns undefined where nothing can be judged: no scanner is set, and nothing counts as clean without one. */
  static start(options: ScanningOptions): Rounds | undefined {
    const { scanner, isUnscannedClean, log } = options;
    if (!scanner && !isUnscannedClean) {
      log.warn('no virus scanner is set (SCANNER): every document waits, and none is given out');
      return undefined;
    }
    const scanning = new ScanDocuments(options);
    const words = 'documents could not be looked up for their scan';
    return Rounds.start({ look: () => scanning.scanSome(), pause, words, log });
  }

  private async scanSome(): Promise<'more' | undefined> {
    const { room, lease } = this.options;
    const waiting = await room.register.documents.claimToScan(atOnce, lease);
    await Promise.all(waiting.map(document => this.scan(document)));
    return waiting.length === 0 ? undefined : 'more';
  }

  private async scan(document: CaseDocument): Promise<void> {
    const { documentId } = document;
    try {
      const { verdict, by } = await this.verdictOn(document);
      await this.options.room.register.documents.scanned(documentId, verdict, by);
    } catch (error) {
      const because = error instanceof Error ? error.name : 'unknown';
      const words = error instanceof NotScanned ? 'waits for its scan' : 'could not be scanned';
      this.options.log.warn({ documentId, because }, `a document ${words}`);
      await this.options.room.register.documents.notScanned(documentId);
    }
  }

  private async verdictOn(document: CaseDocument): Promise<Judged> {
    const { room, scanner } = this.options;
    const content = await room.openUnscanned(document.caseId, document);
    if (isErased(content)) return { verdict: { state: 'failed', found: 'erased' }, by: 'own' };
    if (!scanner) return { verdict: { state: 'clean' }, by: 'nobody (development)' };
    try {
      const scanned = await scanner.scan(content);
      if (scanned.verdict === 'clean') return { verdict: { state: 'clean' }, by: 'clamd' };
      return { verdict: { state: 'infected', found: scanned.name }, by: 'clamd' };
    } catch (error) {
      // What does not prove itself now never will: a person must look.
      if (!(error instanceof DoesNotOpen)) throw error;
      return { verdict: { state: 'failed', found: 'changed in the store' }, by: 'own' };
    }
  }
}

interface Judged {
  readonly verdict: ScanVerdict;
  readonly by: string;
}
