import { Controller, Get, Query, Res } from '@nestjs/common';
import { csvContentType, examiningRoutes, sampleCsv, type SampleView } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import { DulyApi } from '../duly-api/duly-api.js';
import { answerForm, type Next } from '../pages/answer-form.js';
import { Pages } from '../pages/pages.js';
import { problemAt } from '../pages/problem-at.js';
import type { Session } from '../sign-in/session.js';
import { Needs, SignedIn } from '../sign-in/signed-in.js';
import { dayIn, textOf, type Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';
import { sampling } from './sampling.js';

const words = wording.audit;
const day = (date: string | null): string => (date === null ? '–' : wording.longDate(date));

/** A random sample of cases; its seed draws it again. */
@Controller('/audit')
@Needs('audit cases')
export class SampleController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
  ) {}

  @Get('/sample')
  async sample(
    @SignedIn() session: Session,
    @Query() query: Form,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const drawn = async (): Promise<Next> => ({ page: await this.drawn(session, query) });
    await answerForm(reply, drawn, problem => {
      const again = sampling(query);
      return this.pages.show(session, 'sections', {
        here: 'audit',
        title: words.sampleTitle,
        back: { text: words.title, href: '/audit' },
        form: query,
        ...problemAt(problem, again.form?.fields ?? []),
        sections: [again],
      });
    });
  }

  private async drawn(session: Session, query: Form): Promise<string> {
    const { seed, population, cases } = await this.draw(session, query);
    const again = new URLSearchParams({ ...asked(query), seed });
    return this.pages.show(session, 'sections', {
      here: 'audit',
      title: words.sampleTitle,
      back: { text: words.title, href: '/audit' },
      sections: [
        {
          paragraphs: [words.drawn(cases.length, population, seed)],
          table: {
            head: words.sampleHead,
            rows: cases.map(one => [
              { text: one.reference, href: `/audit/cases/${one.id}` },
              wording.inPlainWords(one.right),
              day(one.receivedOn),
              day(one.dueDate),
              day(one.closedOn),
              one.outcome === null ? '–' : wording.outcome[one.outcome],
              one.inTime === null ? '–' : wording.step[one.inTime ? 'yes' : 'no'],
            ]),
          },
          empty: words.noSample,
          links: [{ text: words.csv, href: `/audit/sample.csv?${again.toString()}` }],
        },
      ],
    });
  }

  @Get('/sample.csv')
  async table(@SignedIn() session: Session, @Query() query: Form, @Res() reply: FastifyReply): Promise<void> {
    const sample = await this.draw(session, query);
    await reply
      .type(`${csvContentType}; charset=utf-8; header=present`)
      .header('content-disposition', `attachment; filename="sample-${sample.seed}.csv"`)
      .send(sampleCsv(sample));
  }

  private draw(session: Session, query: Form): Promise<SampleView> {
    return this.api.read(session.token, examiningRoutes.drawSample, { query: asked(query) });
  }
}

function asked(query: Form): Readonly<Record<string, string>> {
  const names = ['size', 'seed', 'right', 'late', 'outcome'];
  // As three boxes have them, or as the link to the table does.
  const days = ['closedFrom', 'closedTo'].map(
    name => [name, dayIn(query, name) || textOf(query[name])] as const,
  );
  const given = [...names.map(name => [name, textOf(query[name])] as const), ...days];
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}
