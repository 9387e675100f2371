import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Checked, WrongField } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import type { ApiProblem } from '../duly-api/api-problem.js';
import type { Session } from '../sign-in/session.js';
import type { Offers } from '../steps/offers.js';
import type { Form } from '../steps/read-form.js';
import type { StepField } from '../steps/step-fields.js';
import { wording } from '../wording/index.js';
import { answerForm, keyOf, type Next } from './answer-form.js';
import { Pages } from './pages.js';

/** One thing that can be done, as a short page: what it is, what it asks for, and a button. */
export interface FormPage {
  /** By which its words and labels are found. */
  readonly verb: string;
  readonly fields: readonly StepField[];
  /** What it is about. */
  readonly caption: string;
  /** Where its form goes. */
  readonly action: string;
  /** None where the page is the first of its part. */
  readonly back?: { readonly text: string; readonly href: string };
  readonly here?: 'cases' | 'incoming' | 'marketing';
  readonly offers?: Offers;
  /** Of a form that sends a file. */
  readonly file?: string;
}

interface Told {
  readonly form: Form;
  readonly errors?: readonly WrongField[];
  readonly problem?: ApiProblem['problem'];
}

/** What is done with a form that is filled in well; it answers where to go on, or with a page. */
type Done = (body: unknown, key: string) => Promise<Next>;

/** Shows such pages, and takes what they send: errors stand beside the field and at the top, and nothing is done twice. */
@Injectable()
export class FormPages {
  constructor(private readonly pages: Pages) {}

  show(session: Session, page: FormPage, { errors = [], ...told }: Told): string {
    const { verb, fields } = page;
    const said = errors.map(({ field, message }) => {
      // What is wrong with all of them together stands beside the first.
      if (field === '') return { field: fields[0]?.name ?? '', message: wording.oneOfThese };
      const kind = fields.find(({ name }) => name === field)?.kind ?? 'line';
      return { field, message: wording.fieldError(kind, message) };
    });
    return this.pages.show(session, 'doing', {
      ...{ ...told, page, errors: said, here: page.here ?? 'cases' },
      wrong: Object.fromEntries(said.map(({ field, message }) => [field, message])),
      labels: Object.fromEntries(
        [...fields.map(({ name }) => name), 'file'].map(name => [name, wording.fieldLabel(verb, name)]),
      ),
      key: randomUUID(),
    });
  }

  /** @throws ApiProblem where nobody is signed in any more */
  async take(
    session: Session,
    page: FormPage,
    {
      form,
      read,
      reply,
    }: { readonly form: Form; readonly read: Checked<unknown>; readonly reply: FastifyReply },
    done: Done,
  ): Promise<void> {
    if (!read.isValid) {
      await reply.status(400).send(this.show(session, page, { form, errors: read.errors }));
      return;
    }
    await answerForm(
      reply,
      () => done(read.value, keyOf(form)),
      problem => this.show(session, page, { form, errors: problem.errors ?? [], problem }),
    );
  }
}
