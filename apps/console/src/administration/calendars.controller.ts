import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { calendarRoutes, overviewRoutes, type CalendarTried, type CalendarView } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { answerForm, keyOf, type Next } from '../pages/answer-form.js';
import type { Section } from '../pages/section.js';
import { Pages } from '../pages/pages.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { dayIn, textOf, type Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';
import { administrationPage, type Told } from './administration-page.js';

const words = wording.administration;
const calendars = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
type CalendarName = (typeof calendars)[number];
const calendarFrom = (word: Form[string]): CalendarName =>
  calendars.find(name => name === textOf(word)) ?? 'england-and-wales';

const holidayIn = (form: Form) => ({
  date: dayIn(form, 'date'),
  title: textOf(form['title']),
  citation: textOf(form['citation']),
});

/** Public holidays: their versions, and which cases a new one would move, before anybody takes it in. */
@Controller('/administration/calendars')
export class CalendarsController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
  ) {}

  @Get()
  list(
    @SignedIn() session: Session,
    @Query('calendar') asked?: string,
    @Query('done') done?: string,
  ): Promise<string> {
    return this.page(session, calendarFrom(asked), done === undefined ? {} : { done: words.takenIn });
  }

  /** The cases that a new holiday would move; and, once they were seen, the holiday taken in. */
  @Post('/try')
  async attempt(@SignedIn() session: Session, @Body() form: Form, @Res() reply: FastifyReply): Promise<void> {
    const id = calendarFrom(form['calendar']);
    const asked = { params: { id }, body: { add: [holidayIn(form)] } };
    const attempted = async (): Promise<Next> => {
      if (textOf(form['intent']) === 'take-in') {
        await this.api.give(session.token, calendarRoutes.importCalendar, { ...asked, key: keyOf(form) });
        return { to: `/administration/calendars?calendar=${id}&done=taken-in` };
      }
      const tried = await this.api.give(session.token, overviewRoutes.tryCalendar, asked);
      return { page: await this.page(session, id, { form, tried }) };
    };
    await answerForm(reply, attempted, problem => this.page(session, id, { form, problem }));
  }

  private async page(
    session: Session,
    id: CalendarName,
    { tried, ...told }: Told & { readonly tried?: CalendarTried },
  ): Promise<string> {
    const known = await this.versions(session, id);
    const form = told.form ?? {};
    const sections = [
      ...(tried ? [triedOf(tried), takingIn(id, form)] : []),
      versionsOf(id, known),
      trying(id, form),
    ];
    const shown = administrationPage('/administration/calendars', sections, told);
    return this.pages.show(session, 'sections', shown);
  }

  private async versions(session: Session, id: string): Promise<CalendarView['versions']> {
    try {
      return (await this.api.read(session.token, calendarRoutes.readCalendar, { params: { id } })).versions;
    } catch (error) {
      if (error instanceof ApiProblem && error.problem.code === 'no-such-calendar') return [];
      throw error;
    }
  }
}

const versionsOf = (id: CalendarName, versions: CalendarView['versions']): Section => ({
  title: words.calendarOf[id],
  table: {
    head: words.versionsHead,
    rows: versions.map(({ importedAt, changes, covers, cases }) => [
      wording.momentInWords(importedAt),
      changes.join(' ') || '–',
      covers === null ? '–' : wording.longDate(covers.to),
      words.moved(cases.moved, cases.unmoved),
      String(cases.waiting),
    ]),
  },
  empty: words.noVersion,
  links: calendars
    .filter(name => name !== id)
    .map(name => ({ text: words.calendarOf[name], href: `/administration/calendars?calendar=${name}` })),
});

const trying = (id: CalendarName, form: Form): Section => ({
  title: words.tryTitle,
  paragraphs: [words.tryExplain],
  form: {
    action: '/administration/calendars/try',
    method: 'post',
    fields: [
      { name: 'calendar', kind: 'hidden', value: id },
      { name: 'date', kind: 'date', label: words.tryDate },
      { name: 'title', kind: 'line', label: words.tryName, value: textOf(form['title']) },
      { name: 'citation', kind: 'line', label: words.tryCitation, value: textOf(form['citation']) },
    ],
    button: words.tryDo,
  },
});

/** The holiday that was tried, word for word. */
function takingIn(id: CalendarName, form: Form): Section {
  const { date, title, citation } = holidayIn(form);
  const [year = '', month = '', day = ''] = date.split('-');
  const hidden = { calendar: id, 'date-day': day, 'date-month': month, 'date-year': year, title, citation };
  const given = { ...hidden, intent: 'take-in' };
  return {
    title: words.takeInTitle,
    paragraphs: [words.takeIn(title, wording.longDate(date)), words.takenFeed],
    form: {
      action: '/administration/calendars/try',
      method: 'post',
      fields: Object.entries(given).map(([name, value]) => ({ name, kind: 'hidden', value })),
      button: words.takeInDo,
    },
  };
}

const afterIt = (today: string | null, after: string | null): string => {
  if (after === today) return words.staysSame;
  return after === null ? '–' : wording.longDate(after);
};

/** An administrator sees no case, so a case is named and not linked. */
const triedOf = ({ casesInAll, cases, changes }: CalendarTried): Section => ({
  title: words.tried(casesInAll),
  paragraphs: [...changes, ...(cases.length < casesInAll ? [words.firstOnly] : [])],
  table: {
    head: words.triedHead,
    rows: cases.map(({ reference, right, dueDate, dueDateAfter }) => [
      reference,
      wording.inPlainWords(right),
      dueDate === null ? '–' : wording.longDate(dueDate),
      afterIt(dueDate, dueDateAfter),
    ]),
  },
  empty: words.noneMoved,
});
