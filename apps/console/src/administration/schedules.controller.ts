import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import {
  scheduleRoutes,
  type DistanceBody,
  type Problem,
  type ScheduleBody,
  type ScheduleVersionsView,
  type ScheduleView,
  type WrongField,
} from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import { DulyApi, type Answered } from '../duly-api/duly-api.js';
import { answerForm, keyOf, type Next } from '../pages/answer-form.js';
import { Pages } from '../pages/pages.js';
import { notValid } from '../pages/problem-at.js';
import type { FormField, Section } from '../pages/section.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { textOf, type Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';
import { administrationPage, type Told } from './administration-page.js';
import { inWords, readDistances } from './distances.js';

const words = wording.administration;
const tab = '/administration/schedules';

type Tried = Answered<typeof scheduleRoutes.trySchedule>;

/** When whom is reminded of what: changed, and tried before it is. */
@Controller(tab)
export class SchedulesController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
  ) {}

  @Get()
  async list(@SignedIn() session: Session): Promise<string> {
    const { schedules } = await this.api.read(session.token, scheduleRoutes.listSchedules);
    const rows = schedules.map(({ right, version, handler, manager, source }) => [
      { text: wording.inPlainWords(right), href: `${tab}/${right}` },
      String(version),
      inWords(handler),
      inWords(manager),
      inWords(source),
    ]);
    const table = { head: words.schedulesHead, rows };
    const section = { table, empty: words.noSchedule, paragraphs: [words.schedulesExplain] };
    return this.pages.show(session, 'sections', administrationPage(tab, [section]));
  }

  @Get('/:right')
  one(
    @SignedIn() session: Session,
    @Param('right') right: string,
    @Query('done') done?: string,
  ): Promise<string> {
    return this.page(session, right, done === undefined ? {} : { done: words.scheduleDone });
  }

  @Post('/:right')
  async change(
    @SignedIn() session: Session,
    @Param('right') right: string,
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const read = readSchedule(form);
    if ('errors' in read) {
      const problem = notValid(read.errors, words.distanceWrong, words.distanceHint);
      await reply.status(400).send(await this.page(session, right, { form, problem }));
      return;
    }
    await answerForm(
      reply,
      () => this.given(session, right, form, read.body),
      problem => this.page(session, right, { form, problem }),
    );
  }

  /** Tried, unless it is said that it is to be put in force. @throws ApiProblem */
  private async given(session: Session, id: string, form: Form, body: ScheduleBody): Promise<Next> {
    const asked = { params: { id }, body };
    if (textOf(form['intent']) !== 'put') {
      const tried = await this.api.give(session.token, scheduleRoutes.trySchedule, asked);
      return { page: await this.page(session, id, { form, tried }) };
    }
    await this.api.give(session.token, scheduleRoutes.putSchedule, { ...asked, key: keyOf(form) });
    return { to: `${tab}/${encodeURIComponent(id)}?done=put` };
  }

  private async page(
    session: Session,
    id: string,
    { tried, ...told }: Told & { readonly tried?: Tried; readonly problem?: Problem },
  ): Promise<string> {
    const view = await this.api.read(session.token, scheduleRoutes.readSchedule, { params: { id } });
    const stands = view.versions[0]?.schedule;
    const changing = stands ? [formOf(stands, told.form)] : [];
    const sections = [...(tried ? [triedOf(tried)] : []), ...changing, versionsOf(view)];
    return this.pages.show(session, 'sections', administrationPage(tab, sections, told));
  }
}

const asks = ['identity', 'authority', 'fee', 'clarification'] as const;
const recipients = ['handler', 'manager', 'source'] as const;

/** Every distance of a schedule, by the name of its field; one distance alone is a list of one. */
function fieldsOf({
  requester,
  ...schedule
}: ScheduleBody): readonly (readonly [string, readonly DistanceBody[]])[] {
  return [
    ...recipients.map(name => [name, schedule[name]] as const),
    ...asks.flatMap(ask => {
      const { remindAfter, warnBefore, abandonAfter } = requester[ask];
      return [
        [`requester.${ask}.remindAfter`, remindAfter],
        [`requester.${ask}.abandonAfter`, [abandonAfter]],
        [`requester.${ask}.warnBefore`, [warnBefore]],
      ] as const;
    }),
  ];
}

function formOf(stands: ScheduleView, form: Form | undefined): Section {
  const fields = fieldsOf(stands).map(([name, distances]): FormField => ({
    name,
    kind: 'line',
    label: words.distanceOf(name),
    value: form ? textOf(form[name]) : inWords(distances),
  }));
  return {
    title: words.scheduleOf(wording.inPlainWords(stands.right)),
    paragraphs: [words.scheduleExplain, words.distanceHint],
    form: {
      action: `${tab}/${stands.right}`,
      method: 'post',
      fields,
      button: words.scheduleTry,
      second: { name: 'intent', value: 'put', text: words.schedulePut },
    },
  };
}

function readSchedule(form: Form): { body: ScheduleBody } | { errors: readonly WrongField[] } {
  const errors: WrongField[] = [];
  const list = (name: string): DistanceBody[] => {
    const read = readDistances(textOf(form[name]));
    if (read === undefined) errors.push({ field: name, message: words.distanceWrong });
    return [...(read ?? [])];
  };
  const one = (name: string): DistanceBody => {
    const [first, ...more] = list(name);
    const isWrong = errors.some(({ field }) => field === name);
    if ((first === undefined || more.length > 0) && !isWrong)
      errors.push({ field: name, message: words.oneDistance });
    return first ?? {};
  };
  const ask = (name: (typeof asks)[number]) => ({
    remindAfter: list(`requester.${name}.remindAfter`),
    abandonAfter: one(`requester.${name}.abandonAfter`),
    warnBefore: one(`requester.${name}.warnBefore`),
  });
  const [handler, manager, source] = [list('handler'), list('manager'), list('source')];
  const requester = {
    identity: ask('identity'),
    authority: ask('authority'),
    fee: ask('fee'),
    clarification: ask('clarification'),
  };
  return errors.length > 0 ? { errors } : { body: { handler, manager, source, requester } };
}

/** An administrator sees no case, so a case is named and not linked. */
const triedOf = ({ today, casesLookedAt, casesLeftOut, days, reminders }: Tried): Section => ({
  title: words.scheduleTried,
  paragraphs: [
    words.wouldGoToday(today),
    words.looked(casesLookedAt, casesLeftOut),
    ...days.slice(0, 7).map(({ on, reminders: many }) => words.onDay(wording.longDate(on), many)),
  ],
  table: {
    head: words.triedReminders,
    rows: reminders
      .slice(0, 50)
      .map(({ reference, on, to, what }) => [
        reference,
        wording.longDate(on),
        wording.inPlainWords(to),
        wording.inPlainWords(what),
      ]),
  },
  empty: words.noReminder,
});

const versionsOf = ({ versions }: ScheduleVersionsView): Section => ({
  title: words.scheduleVersions,
  table: {
    head: words.scheduleVersionsHead,
    rows: versions.map(({ schedule, changedAt, cases }) => [
      String(schedule.version),
      changedAt === null ? words.bySettings : wording.momentInWords(changedAt),
      inWords(schedule.handler),
      cases === null ? '–' : words.told(cases.changed + cases.unchanged, cases.waiting),
    ]),
  },
  empty: words.noSchedule,
});
