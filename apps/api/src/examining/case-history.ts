import { Injectable } from '@nestjs/common';
import type { AsOfQuery, AsOfView } from '@duly/api-contract';
import { caseAsOf, summaryOf, writeInstant, type AsOf, type CaseEvent, type CaseOpening } from '@duly/case';
import { readDay, readInstant } from '@duly/law';
import { Register, type RegisteredCase } from '@duly/register';
import { CaseFiles } from '../cases/case-files.js';
import { CaseReads } from '../cases/case-reads.js';
import { clockView } from '../cases/clock-view.js';
import { ApiError } from '../problem/api-error.js';

const notThereThen = new ApiError('not-there-then', {
  detail: 'The case was not there yet: nothing of it had happened, or been recorded, by then.',
  remedy: 'Ask for a later day or instant; GET /v1/cases/CASE/timeline says when it began.',
});

export interface WholeCase {
  readonly found: RegisteredCase;
  /** Of every run, in order. */
  readonly openings: readonly CaseOpening[];
  readonly events: readonly CaseEvent[];
}

function asOfFrom({ on, recordedAt }: AsOfQuery): AsOf {
  if (on !== undefined) return { on };
  const instant = readInstant(recordedAt ?? '', readDay);
  if (instant === undefined) throw new Error('An instant that was checked cannot be read.');
  return { recordedAt: writeInstant(instant) };
}

/** Cases as they stood, from the events that the register keeps. */
@Injectable()
export class CaseHistory {
  constructor(
    private readonly register: Register,
    private readonly reads: CaseReads,
    private readonly files: CaseFiles,
  ) {}

  /** @throws ApiError `no-such-case` */
  async whole(caseId: string): Promise<WholeCase> {
    const found = await this.reads.found(caseId);
    const runs = Array.from({ length: found.run }, (_, place) => place + 1);
    const openings = await Promise.all(runs.map(run => this.register.intake.opening(caseId, run)));
    const recorded = await this.files.eventsAfter(caseId, 0);
    // Until the case writes its first row, its opening tells what happened.
    const events = recorded.length > 0 ? recorded : (openings[0]?.events ?? []);
    return { found, openings: openings.flatMap(opening => opening ?? []), events };
  }

  /** @throws ApiError `no-such-case` · `not-there-then` */
  async asOf(caseId: string, query: AsOfQuery): Promise<AsOfView> {
    const { openings, events } = await this.whole(caseId);
    const asked = asOfFrom(query);
    const file = caseAsOf(openings, events, asked);
    if (!file) throw notThereThen;
    const row = summaryOf(file);
    return {
      id: caseId,
      reference: row.reference,
      on: 'on' in asked ? asked.on : null,
      recordedAt: 'recordedAt' in asked ? asked.recordedAt : null,
      ...rowThen(row),
      clock: clockView(row, file),
      happened: file.events.map(({ number, type, on, recordedAt, by, cite }) => ({
        number,
        type,
        on,
        recordedAt,
        by,
        cite,
      })),
    };
  }
}

type Then = Omit<AsOfView, 'id' | 'reference' | 'on' | 'recordedAt' | 'clock' | 'happened'>;

const rowThen = (row: ReturnType<typeof summaryOf>): Then => ({
  version: row.version,
  run: row.run,
  right: row.right,
  state: row.state,
  receivedOn: row.receivedOn,
  outcome: row.outcome,
  closedOn: row.closedOn,
  inTime: row.inTime,
  dueDate: row.dueDate,
  planBy: row.planBy,
  extension: row.extension,
  ruleset: row.ruleset,
  calendar: row.calendar,
  calendarVersion: row.calendarVersion,
});
