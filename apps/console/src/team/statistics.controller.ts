import { Controller, Get, Query, Res } from '@nestjs/common';
import { csvContentType, statisticsCsv, statisticsRoutes, type StatisticsRow } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { problemAt } from '../pages/problem-at.js';
import type { Section } from '../pages/section.js';
import { Pages } from '../pages/pages.js';
import { Today } from '../pages/today.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { textOf, type Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';

const words = wording.statistics;
const groupings = ['month,right', 'month', 'right', 'total'] as const;

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly by: string;
}

/** Figures of a time, for a manager’s month and an auditor’s year. */
@Controller('/team')
export class StatisticsController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
    private readonly today: Today,
  ) {}

  @Get('/statistics')
  async figures(
    @SignedIn() session: Session,
    @Query() query: Form,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = this.asked(query);
    try {
      const { rows } = await this.read(session, asked);
      await reply.send(this.page(session, asked, rows));
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.status !== 400) throw error;
      const { problem } = error;
      await reply.status(400).send(this.page(session, asked, [], problem));
    }
  }

  @Get('/statistics.csv')
  async table(@SignedIn() session: Session, @Query() query: Form, @Res() reply: FastifyReply): Promise<void> {
    const { rows } = await this.read(session, this.asked(query));
    await reply
      .type(`${csvContentType}; charset=utf-8; header=present`)
      .header('content-disposition', 'attachment; filename="statistics.csv"')
      .send(statisticsCsv(rows));
  }

  private read(session: Session, asked: Asked) {
    return this.api.read(session.token, statisticsRoutes.readStatistics, { query: { ...asked } });
  }

  /** This year so far, where nothing is asked. */
  private asked(query: Form): Asked {
    const month = this.today.date().slice(0, 7);
    const by = textOf(query['by']);
    return {
      from: textOf(query['from']) || `${month.slice(0, 4)}-01`,
      to: textOf(query['to']) || month,
      by: groupings.find(one => one === by) ?? 'month',
    };
  }

  private page(
    session: Session,
    asked: Asked,
    rows: readonly StatisticsRow[],
    problem?: ApiProblem['problem'],
  ): string {
    const csv = `/team/statistics.csv?${new URLSearchParams({ ...asked }).toString()}`;
    const form = asking(asked);
    return this.pages.show(session, 'sections', {
      here: 'team',
      ...(problem && problemAt(problem, form.form?.fields ?? [])),
      title: words.title,
      back: { text: wording.team.title, href: '/team' },
      sections: [form, ...(problem ? [] : [figuresOf(rows, csv)])],
    });
  }
}

const asking = ({ from, to, by }: Asked): Section => ({
  paragraphs: [words.explain],
  form: {
    action: '/team/statistics',
    method: 'get',
    fields: [
      { name: 'from', kind: 'line', label: words.from, value: from },
      { name: 'to', kind: 'line', label: words.to, value: to },
      {
        name: 'by',
        kind: 'choice',
        label: words.by,
        value: by,
        items: groupings.map(value => ({ value, text: words.bys[value] })),
      },
    ],
    button: words.show,
  },
});

const figuresOf = (rows: readonly StatisticsRow[], csv: string): Section => ({
  title: words.title,
  table: {
    head: words.head,
    rows: rows.map(row => [
      row.month ?? words.all,
      words.kinds[row.kind],
      row.right === null ? words.all : wording.inPlainWords(row.right),
      ...[
        row.cases,
        row.open,
        row.openLate,
        row.closedInTime,
        row.closedLate,
        row.closedOtherwise,
        row.extended,
        row.medianAgeClosed ?? '–',
      ].map(String),
    ]),
  },
  empty: words.noCase,
  ...(rows.length > 0 && { links: [{ text: words.csv, href: csv }] }),
});
