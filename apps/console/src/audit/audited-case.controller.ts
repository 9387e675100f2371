import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import {
  auditRoutes,
  caseRoutes,
  examiningRoutes,
  staffRoutes,
  type AsOfView,
  type AuditOfRequest,
  type CaseView,
  type RetoldView,
  type StoryView,
} from '@duly/api-contract';
import { endOfLondonDay, readDay } from '@duly/law';
import type { FastifyReply } from 'fastify';
import { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi } from '../duly-api/duly-api.js';
import type { Section } from '../pages/section.js';
import { Pages } from '../pages/pages.js';
import type { Session } from '../sign-in/session.js';
import { Needs, SignedIn } from '../sign-in/signed-in.js';
import { dayIn, textOf, type Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';

const words = wording.auditCase;
const entriesShown = 200;

/** One case as an auditor looks into it. */
@Controller('/audit/cases/:id')
@Needs('audit cases')
export class AuditedCaseController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
  ) {}

  @Get()
  async one(@SignedIn() session: Session, @Param('id') id: string, @Query() query: Form): Promise<string> {
    const params = { id };
    const { token } = session;
    const view = await this.api.read(token, caseRoutes.readCase, { params });
    const after = textOf(query['after']).replace(/\D/gu, '');
    const [story, retold, log, asOf, { staff }] = await Promise.all([
      this.api.read(token, examiningRoutes.readStory, { params }),
      this.api.read(token, examiningRoutes.readRetold, { params }),
      this.api.read(token, auditRoutes.readAuditOfRequest, {
        params: { id: view.requestId },
        query: { after, limit: String(entriesShown) },
      }),
      this.asOf(session, id, query),
      this.api.read(token, staffRoutes.listStaff, { query: { limit: '200' } }),
    ]);
    const names = new Map(staff.map(member => [member.id, member.name]));
    return this.pages.show(session, 'sections', {
      here: 'audit',
      title: words.title(view.reference),
      back: { text: wording.audit.title, href: '/audit' },
      form: query,
      sections: [
        toldOf(story),
        ...retoldOf(retold),
        asOf,
        entriesOf(log, view, names, { after, withoutReads: textOf(query['reads']) === 'no' }),
        linksOf(view),
      ],
    });
  }

  @Get('/bundle.json')
  async bundle(
    @SignedIn() session: Session,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bundle = await this.api.read(session.token, auditRoutes.exportBundle, { params: { id } });
    await reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${bundle.contents.reference}.json"`)
      .send(JSON.stringify(bundle));
  }

  private async asOf(session: Session, id: string, query: Form): Promise<Section> {
    const on = dayIn(query, 'on');
    const isRecorded = textOf(query['by']) === 'recorded';
    const asking = {
      title: words.asOf,
      form: {
        action: `/audit/cases/${id}`,
        method: 'get',
        fields: [
          { name: 'on', kind: 'date', label: words.asOfOn },
          {
            name: 'by',
            kind: 'choice',
            label: words.asOfBy,
            value: isRecorded ? 'recorded' : 'known',
            items: (['known', 'recorded'] as const).map(value => ({ value, text: words.asOfBys[value] })),
          },
        ],
        button: words.asOfShow,
      },
    } as const;
    if (on === '') return asking;
    try {
      const stood = await this.api.read(session.token, examiningRoutes.readCaseAsOf, {
        params: { id },
        query: isRecorded ? { recordedAt: endOf(on) } : { on },
      });
      const said = isRecorded ? words.believed : words.stood;
      return { ...asking, paragraphs: [said(wording.longDate(on))], table: stoodAs(stood) };
    } catch (error) {
      if (!(error instanceof ApiProblem) || ![400, 404].includes(error.problem.status)) throw error;
      const isWrong = error.problem.status === 400;
      const said = readDay(on) === undefined ? words.asOfWrong : wording.plainly(error.problem.detail);
      return { ...asking, paragraphs: [isWrong ? said : words.notThere] };
    }
  }
}

/** The last millisecond of a civil day in London; what is no day stays as it is, so that the API says so. */
function endOf(on: string): string {
  const day = readDay(on);
  return day === undefined ? on : new Date(endOfLondonDay(day) - 1).toISOString();
}

const toldOf = ({ text, isErased }: StoryView): Section => ({
  title: words.story,
  text,
  ...(isErased && { paragraphs: [words.erased] }),
});

const asText = (value: string | boolean | null): string => {
  if (typeof value === 'boolean') return wording.step[value ? 'yes' : 'no'];
  if (value === null) return '–';
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? wording.longDate(value) : value;
};

function retoldOf({ todaysLaw, notices }: RetoldView): readonly Section[] {
  return [
    {
      title: words.retold,
      table: {
        head: words.retoldHead,
        rows: todaysLaw.differences.map(({ what, told, today }) => [
          wording.inPlainWords(what),
          asText(told),
          asText(today),
        ]),
      },
      empty: todaysLaw.dates === null ? `${words.cannot} ${todaysLaw.why ?? ''}` : words.same,
    },
    {
      title: words.notices,
      table: {
        head: words.noticesHead,
        rows: notices.map(({ kind, on, toldDueDate, todaysDueDate, isSame }) => [
          wording.inPlainWords(kind),
          wording.longDate(on),
          asText(toldDueDate),
          asText(todaysDueDate),
          isSame ? wording.step.yes : { text: wording.step.no, tag: 'red' },
        ]),
      },
      empty: words.noNotices,
    },
  ];
}

const stoodAs = ({ state, dueDate, planBy, calendarVersion, ruleset }: AsOfView) => ({
  head: words.asOfHead,
  rows: [
    [words.asOfRows.state, wording.inPlainWords(state)],
    [words.asOfRows.dueDate, dueDate === null ? '–' : wording.longDate(dueDate)],
    [words.asOfRows.planBy, planBy === null ? '–' : wording.longDate(planBy)],
    [words.asOfRows.calendarVersion, calendarVersion],
    [words.asOfRows.ruleset, ruleset],
  ],
});

function entriesOf(
  { entries }: AuditOfRequest,
  { id }: CaseView,
  names: ReadonlyMap<string, string>,
  { after, withoutReads }: { readonly after: string; readonly withoutReads: boolean },
): Section {
  const last = entries.at(-1);
  const shown = entries.filter(({ action }) => !withoutReads || action !== 'PersonalDataRead');
  return {
    title: words.entries,
    table: {
      head: words.entriesHead,
      rows: shown.map(({ number, recordedAt, action, by, leafIndex }) => [
        String(number),
        wording.momentInWords(recordedAt),
        wording.inPlainWords(action),
        names.get(by) ?? wording.actorInWords(by),
        leafIndex === null ? words.waits : String(leafIndex),
      ]),
    },
    empty: entries.length > 0 ? words.onlyReads : words.noEntries,
    links: [
      withoutReads
        ? { text: words.withReads, href: `/audit/cases/${id}?after=${after}` }
        : { text: words.withoutReads, href: `/audit/cases/${id}?after=${after}&reads=no` },
      ...(last && entries.length === entriesShown
        ? [
            {
              text: words.more,
              href: `/audit/cases/${id}?after=${last.number}${withoutReads ? '&reads=no' : ''}`,
            },
          ]
        : []),
    ],
  };
}

const linksOf = ({ id }: CaseView): Section => ({
  links: [
    { text: words.theCase, href: `/cases/${id}` },
    { text: words.bundle, href: `/audit/cases/${id}/bundle.json` },
  ],
});
