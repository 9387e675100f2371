import { Injectable } from '@nestjs/common';
import { decide, isRefusal, londonDateAt, writeInstant, type CaseCommand } from '@duly/case';
import { addDays, startOfLondonDay, toDay, type Instant } from '@duly/law';
import { Register, type RegisteredCase } from '@duly/register';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { caseNow, CaseFiles } from '../cases/case-files.js';
import { CaseReads } from '../cases/case-reads.js';
import { ApiError } from '../problem/api-error.js';
import { Refused } from '../problem/refused.js';
import { noSources } from '../sources/source-errors.js';
import { CollectCase } from './collect-case.js';
import { ErasureRules } from './erasure-rules.js';

const nothingToApprove = new ApiError('no-erasure-to-approve', {
  detail: 'No erasure at the sources waits for approval in this case.',
  remedy: 'A handler begins it by erase-at-sources; what was approved stays approved.',
});

const ownErasure = new ApiError('own-erasure', {
  detail: 'Whoever began the erasure may not approve it (the setting APPROVE_ERASURES).',
  remedy: 'Ask somebody else who may approve steps.',
});

/** UK GDPR Art 17 at the sources: what cannot be taken back waits for its approval, for a period, and for every case that needs the data. */
@Injectable()
export class EraseAtSources {
  constructor(
    private readonly calls: Calls,
    private readonly register: Register,
    private readonly reads: CaseReads,
    private readonly files: CaseFiles,
    private readonly collecting: CollectCase,
    private readonly rules: ErasureRules,
  ) {}

  async begin(call: Call, caseId: string): Promise<Answer> {
    const found = await this.reads.found(caseId);
    return this.calls.once(call, {}, async ({ staffId: by }) => {
      await this.mustBeGranted(found, by);
      const { requestId, right } = found;
      const notBefore = writeInstant(this.endOfWaiting(found));
      const begun = { caseId, requestId, right, purpose: 'erase' as const, by, notBefore };
      if ((await this.register.sourceAsks.begin(begun)).length === 0) throw noSources;
      return this.collecting.tended(caseId, 'erase');
    });
  }

  async approve(call: Call, caseId: string): Promise<Answer> {
    await this.reads.found(caseId);
    return this.calls.once(call, {}, async ({ staffId: by }) => {
      const collection = await this.register.sourceAsks.collection(caseId, 'erase');
      if (!collection) throw nothingToApprove;
      if (this.rules.needsSecond && collection.begunBy === by) throw ownErasure;
      if (!(await this.register.sourceAsks.approve(caseId, by))) throw nothingToApprove;
      return this.collecting.tended(caseId, 'erase');
    });
  }

  /** The case itself says whether it may be carried out; that another case holds the data only makes the sources wait. */
  private async mustBeGranted(found: RegisteredCase, by: string): Promise<void> {
    const now = caseNow(found);
    const command: CaseCommand = {
      verb: 'carry-out-erasure',
      by,
      on: londonDateAt(now),
      words: 'words',
      backups: 'words',
      wasPublic: false,
      heldBy: [],
    };
    const judged = decide(await this.files.load(found), command, now);
    if (isRefusal(judged)) throw new Refused(judged);
  }

  /** It ends before the due date, so that there is a day left to answer by. */
  private endOfWaiting(found: RegisteredCase): Instant {
    const now = caseNow(found);
    const end = now + this.rules.waitingPeriod * 1_000;
    if (found.dueDate === null) return end as Instant;
    const latest = startOfLondonDay(addDays(toDay(found.dueDate), -1));
    return Math.max(now, Math.min(end, latest)) as Instant;
  }
}
