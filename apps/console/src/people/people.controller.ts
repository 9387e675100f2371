import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, NotFoundException, Param, Post, Res } from '@nestjs/common';
import {
  caseRoutes,
  letterFormats,
  requestCommandAnswer,
  requestCommandRoutes,
  type WrongField,
} from '@duly/api-contract';
import { actingAs } from '@duly/case';
import type { FastifyReply } from 'fastify';
import { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { answerForm, keyOf, type Next } from '../pages/answer-form.js';
import { Pages } from '../pages/pages.js';
import { mustPermit } from '../sign-in/must-permit.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import type { Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';
import { parts, personOnRecord, readPerson, type Part } from './read-person.js';

interface Named {
  readonly id: string;
  readonly part: string;
}

interface Shown {
  readonly id: string;
  readonly part: Part;
  readonly form: Form;
  readonly errors?: readonly WrongField[];
  readonly problem?: ApiProblem['problem'];
}

/** Who takes part, named or corrected: the person, who asks for them, where the data goes. */
@Controller('/cases/:id/people/:part')
export class PeopleController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
  ) {}

  @Get()
  async ask(@SignedIn() session: Session, @Param() { id, part }: Named): Promise<string> {
    mustPermit(session, requestCommandRoutes['name-people']);
    const view = await this.api.read(session.token, caseRoutes.readCase, { params: { id } });
    const known = partOf(part);
    return this.form(session, { id, part: known, form: personOnRecord(view.people, known) });
  }

  @Post()
  async name(
    @SignedIn() session: Session,
    @Param() { id, part }: Named,
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const shown = { id, part: partOf(part), form };
    const read = readPerson(form, shown.part);
    if (!read.isValid) {
      await reply.status(400).send(this.form(session, { ...shown, errors: atField(read.errors) }));
      return;
    }
    const named = async (): Promise<Next> => {
      const { requestId } = await this.api.read(session.token, caseRoutes.readCase, { params: { id } });
      const told: unknown = await this.api.give(session.token, requestCommandRoutes['name-people'], {
        params: { id: requestId },
        body: read.value,
        key: keyOf(form),
      });
      const own = requestCommandAnswer.parse(told).find(one => one.case === id);
      if (own?.problem) throw new ApiProblem(own.problem);
      return { to: `/cases/${id}?done=name-people&atLeast=${own?.version ?? 1}` };
    };
    await answerForm(reply, named, problem =>
      this.form(session, { ...shown, errors: atField(problem.errors ?? []), problem }),
    );
  }

  private form(session: Session, { errors = [], ...shown }: Shown): string {
    const wrong = Object.fromEntries(errors.map(({ field, message }) => [field, message]));
    const key = randomUUID();
    return this.pages.show(session, 'person', { ...shown, errors, wrong, actingAs, letterFormats, key });
  }
}

/** @throws NotFoundException for a word that is none of the three */
function partOf(word: string): Part {
  const part = parts.find(one => one === word);
  if (part === undefined) throw new NotFoundException();
  return part;
}

const atField = (errors: readonly WrongField[]): readonly WrongField[] =>
  errors.map(one => {
    const field = one.field.replace(/^\w+\./u, '');
    return { field, message: wording.errorOfPage(field, one.message) };
  });
