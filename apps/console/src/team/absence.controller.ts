import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import { staffingRoutes, staffRoutes, type StaffView } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import type { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { answerForm, keyOf } from '../pages/answer-form.js';
import { problemAt } from '../pages/problem-at.js';
import type { Section } from '../pages/section.js';
import { Pages } from '../pages/pages.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { dayIn, textOf, type Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';

const words = wording.absence;

/** Somebody is away, and somebody else does their work meanwhile. */
@Controller('/team/absence/:id')
export class AbsenceController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
  ) {}

  @Get()
  ask(@SignedIn() session: Session, @Param('id') id: string, @Query('done') done?: string): Promise<string> {
    return this.page(session, id, { ...(done !== undefined && { done: words.kept }) });
  }

  @Post()
  async plan(
    @SignedIn() session: Session,
    @Param('id') id: string,
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [from, until, cover] = [dayIn(form, 'from'), dayIn(form, 'until'), textOf(form['cover'])];
    const absence =
      textOf(form['end']) === 'yes' ? null : { from, until: until || null, cover: cover || null };
    await answerForm(
      reply,
      async () => {
        const given = { params: { id }, body: { absence }, key: keyOf(form) };
        await this.api.give(session.token, staffingRoutes.planAbsence, given);
        return { to: `/team/absence/${encodeURIComponent(id)}?done=kept` };
      },
      problem => this.page(session, id, { form, problem }),
    );
  }

  private async page(
    session: Session,
    id: string,
    {
      problem,
      ...told
    }: { readonly form?: Form; readonly problem?: ApiProblem['problem']; readonly done?: string },
  ): Promise<string> {
    const { staff } = await this.api.read(session.token, staffRoutes.listStaff, { query: { limit: '200' } });
    const member = staff.find(one => one.id === id);
    if (!member) throw new NotFoundException();
    const { absence } = member;
    const plan = planning(member, staff);
    const known = { ...partsOf('from', absence?.from), ...partsOf('until', absence?.until) };
    return this.pages.show(session, 'sections', {
      here: 'team',
      form: known,
      ...told,
      ...(problem && problemAt(problem, plan.form?.fields ?? [])),
      title: words.title(member.name),
      back: { text: wording.team.title, href: '/team' },
      key: randomUUID(),
      sections: [plan, ...(absence === null ? [] : [ending(id)])],
    });
  }
}

function partsOf(name: string, date: string | null | undefined): Readonly<Record<string, string>> {
  if (!date) return {};
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

function planning({ id, absence }: StaffView, staff: readonly StaffView[]): Section {
  const others = staff
    .filter(one => one.id !== id)
    .map(one => ({ value: one.id, text: one.name }))
    .sort((one, other) => one.text.localeCompare(other.text, 'en-GB'));
  return {
    form: {
      action: `/team/absence/${encodeURIComponent(id)}`,
      method: 'post',
      fields: [
        { name: 'from', kind: 'date', label: words.from },
        { name: 'until', kind: 'date', label: words.until },
        {
          name: 'cover',
          kind: 'choice',
          label: words.cover,
          value: absence?.cover ?? '',
          items: [{ value: '', text: words.manager }, ...others],
        },
      ],
      button: words.keep,
    },
  };
}

const ending = (id: string): Section => ({
  form: {
    action: `/team/absence/${encodeURIComponent(id)}`,
    method: 'post',
    fields: [{ name: 'end', kind: 'hidden', value: 'yes' }],
    button: words.end,
  },
});
