import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Body, Controller, Get, Post, Query, Res, StreamableFile } from '@nestjs/common';
import {
  caseRoutes,
  dueWhen,
  findingRoutes,
  listedStates,
  staffRoutes,
  type CaseFilterView,
  type CaseFinds,
} from '@duly/api-contract';
import { caseRights } from '@duly/case';
import type { FastifyReply } from 'fastify';
import { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { answerForm, keyOf } from '../pages/answer-form.js';
import { Pages } from '../pages/pages.js';
import { problemAt } from '../pages/problem-at.js';
import { Today } from '../pages/today.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { textOf, type Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';
import { casesCsv } from './cases-csv.js';
import {
  addressOf,
  askedOf,
  everyState,
  filtersOf,
  nobody,
  readFilters,
  yesOrNo,
  type Filters,
} from './read-filters.js';

const { filters: labels, keepTitle } = wording.cases;
/** What is filled in on this page, by its labels. */
const fields = Object.entries({ ...labels, title: keepTitle }).map(
  ([name, label]) => ({ name, kind: 'line', label }) as const,
);

interface Asked {
  readonly filters: Filters;
  /** Of a person; never in an address. */
  readonly name: string;
  readonly cursor?: string | undefined;
  readonly limit: string;
}

interface Told {
  readonly done?: string | undefined;
  readonly problem?: ApiProblem['problem'];
  /** What was written into the fields of the page that something is wrong in. */
  readonly typed?: Readonly<Record<string, string>>;
}

/** The list of cases: narrowed by an address, searched by a form, kept as views, taken away as a table. */
@Controller()
export class CasesListController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
    private readonly today: Today,
  ) {}

  @Get('/cases')
  async list(@SignedIn() session: Session, @Query() query: Form, @Res() reply: FastifyReply): Promise<void> {
    const cursor = textOf(query['cursor']) || undefined;
    const asked = { filters: readFilters(query), name: '', cursor, limit: '50' };
    const done = textOf(query['done']);
    const page = async () => ({ page: await this.page(session, asked, { done }) });
    await answerForm(reply, page, problem => this.again(session, asked, problem));
  }

  /** Without a name it is only a narrower list, which has an address of its own. */
  @Post('/cases')
  async search(@SignedIn() session: Session, @Body() form: Form, @Res() reply: FastifyReply): Promise<void> {
    const [filters, name] = [readFilters(form), textOf(form['name'])];
    if (name === '') {
      await reply.redirect(addressOf(filters), 303);
      return;
    }
    const asked = { filters, name, cursor: textOf(form['cursor']) || undefined, limit: '50' };
    const page = async () => ({ page: await this.page(session, asked) });
    await answerForm(reply, page, problem => this.again(session, asked, problem));
  }

  @Get('/cases.csv')
  table(@SignedIn() session: Session, @Query() query: Form): Promise<StreamableFile> {
    return this.csv(session, { filters: readFilters(query), name: '', limit: '200' });
  }

  @Post('/cases.csv')
  tableOfSearch(@SignedIn() session: Session, @Body() form: Form): Promise<StreamableFile> {
    return this.csv(session, { filters: readFilters(form), name: textOf(form['name']), limit: '200' });
  }

  @Post('/cases/views')
  async keepView(
    @SignedIn() session: Session,
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const filters = readFilters(form);
    const asked = { filters, name: '', limit: '50' };
    const title = textOf(form['title']);
    const kept = async () => {
      const body = { title, filter: askedOf(filters) };
      const key = `${keyOf(form)}-view`;
      await this.api.give(session.token, findingRoutes.keepCaseView, { body, key });
      return { to: addressOf(filters, { done: 'view' }) };
    };
    await answerForm(reply, kept, problem => this.again(session, asked, problem, title));
  }

  @Post('/cases/views/remove')
  async removeView(
    @SignedIn() session: Session,
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const id = textOf(form['view']);
    const given = { params: { id }, body: {}, key: `${keyOf(form)}-${id}` };
    await this.api.give(session.token, findingRoutes.removeCaseView, given);
    await reply.redirect('/cases?done=view-removed', 303);
  }

  /** The list once more, above it what the API has against it: what was wrong is left out, so that a list still follows, and stays in its field. */
  private again(
    session: Session,
    { filters, name, limit }: Asked,
    problem: ApiProblem['problem'],
    title = '',
  ): Promise<string> {
    const told = problemAt(problem, fields);
    const right = (name: 'reference' | 'handler' | 'team'): string =>
      name in told.wrong ? '' : filters[name];
    const wider = {
      ...filters,
      reference: right('reference'),
      handler: right('handler'),
      team: right('team'),
    };
    const typed = { reference: filters.reference, name, title };
    return this.page(session, { filters: wider, name: '', limit }, { ...told, typed });
  }

  private async found(session: Session, { filters, name, cursor, limit }: Asked): Promise<CaseFinds> {
    const filter: CaseFilterView = askedOf(filters);
    if (name === '') {
      const query = { ...filter, cursor, limit };
      return { ...(await this.api.read(session.token, caseRoutes.listCases, { query })), isCut: false };
    }
    const body = { name, filter, limit: Number(limit), ...(cursor !== undefined && { cursor }) };
    return this.api.give(session.token, findingRoutes.searchCases, { body });
  }

  private async csv(session: Session, asked: Asked): Promise<StreamableFile> {
    const first = await this.found(session, asked);
    const lines = casesCsv(first, cursor => this.found(session, { ...asked, cursor }));
    return new StreamableFile(Readable.from(lines), {
      type: 'text/csv; charset=utf-8; header=present',
      disposition: `attachment; filename="cases-${this.today.date()}.csv"`,
    });
  }

  private async page(session: Session, asked: Asked, told: Told = {}): Promise<string> {
    const { filters, name, cursor } = asked;
    const read = this.api.read.bind(this.api);
    const [{ cases, names, next, isCut }, { views }, { staff }] = await Promise.all([
      this.found(session, asked),
      read(session.token, findingRoutes.listCaseViews),
      read(session.token, staffRoutes.listStaff, { query: { limit: '200' } }),
    ]);
    return this.pages.show(session, 'cases', {
      ...told,
      cases,
      names,
      name,
      isCut,
      filters,
      cursor,
      next,
      older: next === null || name !== '' ? undefined : addressOf(filters, { cursor: next }),
      first: addressOf(filters),
      csv: addressOf(filters).replace('/cases?', '/cases.csv?'),
      views: views.map(({ id, title, filter }) => ({ id, title, address: addressOf(filtersOf(filter)) })),
      staff: [...staff].sort((one, other) => one.name.localeCompare(other.name, 'en-GB')),
      teams: [...new Set(staff.flatMap(({ team }) => team ?? []))].sort(),
      today: this.today.date(),
      states: [...listedStates, everyState],
      rights: caseRights,
      dues: dueWhen,
      yesOrNo,
      nobody,
      key: randomUUID(),
    });
  }
}
