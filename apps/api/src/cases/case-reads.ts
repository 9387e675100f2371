import { Injectable } from '@nestjs/common';
import type {
  CaseFilterView,
  CaseList,
  CasesQuery,
  CaseView,
  ClockView,
  PeopleView,
  ReadQuery,
  TimelineView,
} from '@duly/api-contract';
import { londonDateAt, peopleOf, type CaseEvent } from '@duly/case';
import type { Instant } from '@duly/law';
import { Register, type CaseSort, type PageAsked, type RegisteredCase } from '@duly/register';
import { Clock } from '../clock.js';
import { noSuchCase, notYetThere } from '../commands/command-errors.js';
import { deliveriesTold } from '../disclosing/deliveries-told.js';
import type { Caller } from '../sign-in/caller.js';
import { openTaskView } from '../tasks/task-view.js';
import { PrivateReads } from './private-reads.js';
import { CaseFiles } from './case-files.js';
import { filterFrom } from './case-filter.js';
import { caseItem } from './case-item.js';
import { caseRow, caseView } from './case-view.js';
import { clockView } from './clock-view.js';

/** What a caller reads of cases, from the register alone. */
@Injectable()
export class CaseReads {
  constructor(
    private readonly register: Register,
    private readonly files: CaseFiles,
    private readonly privately: PrivateReads,
    private readonly now: Clock,
  ) {}

  /** @throws ApiError `no-such-case`, or `not-yet-there` when the register has not caught up within a bounded moment */
  async found(caseId: string, { atLeast }: ReadQuery = {}): Promise<RegisteredCase> {
    const read = await this.register.cases.byId(caseId, atLeast === undefined ? {} : { atLeast });
    switch (read.kind) {
      case 'found':
        return read.found;
      case 'not-found':
        throw noSuchCase;
      case 'not-yet':
        throw notYetThere(read.version, read.retryAfter);
    }
  }

  async list(query: CasesQuery): Promise<CaseList> {
    const { limit, cursor, ...filter } = query;
    return this.page(filter, {
      ...(limit !== undefined && { limit }),
      ...(cursor !== undefined && { cursor }),
    });
  }

  /** A page of the list, with the names of the staff on it. @param named keyed hashes of whoever is sought */
  async page(
    asked: CaseFilterView,
    where: PageAsked<CaseSort>,
    named?: readonly [string, ...string[]],
  ): Promise<CaseList> {
    const today = londonDateAt(this.now.now().getTime() as Instant);
    const filter = { ...filterFrom(asked, today), ...(named && { named }) };
    const { items, next = null } = await this.register.cases.list(filter, where);
    const names = await this.register.staff.namesOf([
      ...new Set(items.flatMap(({ handler }) => handler ?? [])),
    ]);
    return { cases: items.map(caseRow), names: Object.fromEntries(names), next };
  }

  async one(caller: Caller, caseId: string, query: ReadQuery): Promise<CaseView> {
    const found = await this.found(caseId, query);
    const [sisters, tasks, people, links] = await Promise.all([
      this.register.cases.ofRequest(found.requestId),
      this.register.tasks.list({ caseId }, { limit: 200 }),
      this.peopleOf(caller, found),
      this.register.links.of(caseId, found.reference),
    ]);
    const others = sisters.filter(sister => sister.caseId !== caseId);
    return caseView(found, people, others.map(caseItem), tasks.items.map(openTaskView), [...links]);
  }

  private async peopleOf(caller: Caller, found: RegisteredCase): Promise<PeopleView> {
    const { requestId, caseId } = found;
    return this.privately.people(caller, { requestId, caseId }, peopleOf(await this.files.load(found)));
  }

  async clock(caseId: string, query: ReadQuery): Promise<ClockView> {
    const found = await this.found(caseId, query);
    return clockView(found, await this.files.load(found));
  }

  async timeline(caller: Caller, caseId: string, query: ReadQuery): Promise<TimelineView> {
    const found = await this.found(caseId, query);
    const events = await this.eventsOf(found);
    const deliveries = await deliveriesTold(caseId, this.register);
    const acting = [...events, ...deliveries.map(({ by }) => ({ by, approvedBy: undefined }))];
    const staff = new Set(acting.flatMap(({ by, approvedBy }) => (approvedBy ? [by, approvedBy] : [by])));
    const [words, names] = await Promise.all([
      this.privately.words(caller, found, events),
      this.register.staff.namesOf([...staff]),
    ]);
    return {
      id: caseId,
      reference: found.reference,
      version: found.version,
      events: events.map(event => ({ ...event })),
      deliveries: [...deliveries],
      words,
      staff: Object.fromEntries(names),
    };
  }

  /** The rows themselves, from the first on: a run's opening repeats the events before it, and what was changed in a row would not be seen. */
  private async eventsOf(found: RegisteredCase): Promise<readonly CaseEvent[]> {
    const rows = await this.files.eventsAfter(found.caseId, 0);
    return rows.length > 0 ? rows : (await this.files.load(found)).events;
  }
}
