import { gzipSync } from 'node:zlib';
import { Inject, Injectable } from '@nestjs/common';
import type { CaseHistories, WorkflowCode } from '@duly/api-contract';
import { Register } from '@duly/register';
import {
  ArchiveDamaged,
  caseRuns,
  FolderArchive,
  hashOfHistory,
  historyFromJson,
  isShut,
  type CaseRun,
} from '@duly/temporal';
import { CaseReads } from '../cases/case-reads.js';
import { caseDesk, CaseEnded, type CaseDesk } from '../desk/case-desk.js';
import { archiveDamaged, doesNotOpen, historyGone, noSuchCode } from './audit-errors.js';

/** Where histories are, once Temporal no longer has them. */
export class ArchivePlace {
  readonly archive: FolderArchive | undefined;

  constructor(folder: string | undefined) {
    this.archive = folder === undefined ? undefined : new FolderArchive(folder);
  }
}

/** The histories of a case, wherever they are. */
@Injectable()
export class CaseRuns {
  constructor(
    private readonly register: Register,
    private readonly reads: CaseReads,
    private readonly place: ArchivePlace,
    @Inject(caseDesk) private readonly desk: CaseDesk,
  ) {}

  /** Every run, oldest first. @throws ApiError `history-gone` · `archive-damaged` · `payload-does-not-open` @throws DeskAway */
  async of(caseId: string): Promise<readonly CaseRun[]> {
    const archived = await this.register.historyRuns.of(caseId);
    const hashes = new Map(archived.map(({ run, history }) => [run, history]));
    const runs = await caseRuns(() => this.inTemporal(caseId), archived, this.place.archive).catch(
      (error: unknown) => {
        throw error instanceof ArchiveDamaged ? archiveDamaged(error.what) : error;
      },
    );
    if (runs[0]?.run !== 1) throw historyGone;
    for (const { run, source, history } of runs)
      if (source === 'archive' && hashOfHistory(historyFromJson(history)) !== hashes.get(run))
        throw archiveDamaged('another history');
    return runs;
  }

  /** @throws ApiError `no-such-case` · `history-gone` · `archive-damaged` */
  async shown(caseId: string): Promise<CaseHistories> {
    const { reference } = await this.reads.found(caseId);
    const runs = await this.of(caseId);
    return {
      reference,
      runs: runs.map(run => ({ ...run, history: run.history as CaseHistories['runs'][number]['history'] })),
    };
  }

  /** What proves a closed run: as Temporal has it, or as it was archived. @throws DeskAway */
  async hashOfLast(caseId: string): Promise<string> {
    const last = (await this.register.historyRuns.of(caseId)).at(-1);
    try {
      return await this.desk.hashOfHistory(caseId);
    } catch (error) {
      if (last && error instanceof CaseEnded) return last.history;
      throw error;
    }
  }

  /** @throws ApiError `no-such-code` */
  async code(hash: string): Promise<WorkflowCode> {
    const code = await this.register.workflowBundles.code(hash);
    if (code === undefined) throw noSuchCode;
    return { hash, code: gzipSync(code).toString('base64') };
  }

  private async inTemporal(caseId: string): Promise<readonly unknown[]> {
    try {
      return await this.desk.histories(caseId);
    } catch (error) {
      if (error instanceof CaseEnded) return [];
      throw isShut(error) ? doesNotOpen(error.message) : error;
    }
  }
}
