import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import { mayDo, reviewRoutes, type ReviewView, type Route } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import type { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { answerForm, keyOf } from '../pages/answer-form.js';
import { FormPages, type FormPage } from '../pages/form-page.js';
import { Pages } from '../pages/pages.js';
import { mustPermit } from '../sign-in/must-permit.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { OffersOfCase } from '../steps/offers.js';
import { textOf, type Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';
import { fieldsOfMark, readMark } from './read-mark.js';
import { sectionsOfItem, sectionsOfReview } from './sections-of-review.js';

const words = wording.review;

interface OfItem {
  readonly id: string;
  readonly item: string;
}

interface Told {
  readonly problem?: ApiProblem['problem'];
  readonly done?: string | undefined;
}

/** The review of what was collected, item by item: nothing goes out that no person has looked at. */
@Controller('/cases/:id/review')
export class ReviewController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
    private readonly forms: FormPages,
    private readonly offers: OffersOfCase,
  ) {}

  @Get()
  all(@SignedIn() session: Session, @Param('id') id: string, @Query('done') done?: string): Promise<string> {
    return this.page(session, id, { done: done === 'finish' ? words.done : undefined });
  }

  @Post('/finish')
  finish(
    @SignedIn() session: Session,
    @Param('id') id: string,
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const body = { version: textOf(form['version']) };
    return this.given(session, { id, form, reply, body, route: reviewRoutes.finishReview, params: { id } });
  }

  @Post('/marks/:mark/take-back')
  takeBack(
    @SignedIn() session: Session,
    @Param() params: { id: string; mark: string },
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const route = reviewRoutes.takeBackReviewMark;
    return this.given(session, { id: params.id, form, reply, body: {}, route, params: { ...params } });
  }

  @Get('/items/:item')
  async one(@SignedIn() session: Session, @Param() { id, item }: OfItem, @Query('from') from?: string) {
    const found = await this.itemOf(session, { id, item });
    const isReadable = found.entity !== null && mayDo(session.roles, 'work cases');
    const query = { from: /^\d{1,9}$/u.test(from ?? '') ? from : undefined, limit: '20' };
    const records = isReadable
      ? await this.api.read(session.token, reviewRoutes.readReviewRecords, { params: { id, item }, query })
      : undefined;
    return this.pages.show(session, 'sections', {
      here: 'cases',
      title: words.called(found),
      back: { text: words.title, href: `/cases/${id}/review` },
      sections: sectionsOfItem(id, found, records, mayDo(session.roles, 'work cases')),
      key: randomUUID(),
    });
  }

  @Get('/items/:item/mark')
  async ask(@SignedIn() session: Session, @Param() named: OfItem): Promise<string> {
    mustPermit(session, reviewRoutes.markReviewItem);
    return this.forms.show(session, await this.marking(session, named), { form: {} });
  }

  @Post('/items/:item/mark')
  async mark(
    @SignedIn() session: Session,
    @Param() named: OfItem,
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.marking(session, named);
    await this.forms.take(session, page, { form, read: readMark(form), reply }, async (body, key) => {
      const params = { ...named };
      await this.api.give(session.token, reviewRoutes.markReviewItem, { params, body, key });
      return { to: `/cases/${named.id}/review` };
    });
  }

  private async marking(session: Session, { id, item }: OfItem): Promise<FormPage> {
    const found = await this.itemOf(session, { id, item });
    const fields = fieldsOfMark(found);
    return {
      verb: 'mark-item',
      fields,
      caption: words.called(found),
      action: `/cases/${id}/review/items/${item}/mark`,
      back: { text: words.title, href: `/cases/${id}/review` },
      offers: await this.offers.of(session.token, 'mark-item', fields, { id }),
    };
  }

  /** @throws NotFoundException where the review has no such item */
  private async itemOf({ token }: Session, { id, item }: OfItem): Promise<ReviewView['items'][number]> {
    const { items } = await this.api.read(token, reviewRoutes.readReview, { params: { id } });
    const found = items.find(one => one.id === item);
    if (!found) throw new NotFoundException();
    return found;
  }

  private async given(
    session: Session,
    to: {
      readonly id: string;
      readonly form: Form;
      readonly reply: FastifyReply;
      readonly route: Route;
      readonly params: Readonly<Record<string, string>>;
      readonly body: object;
    },
  ): Promise<void> {
    const { id, form, reply, route, params, body } = to;
    await answerForm(
      reply,
      async () => {
        await this.api.give(session.token, route, { params, body, key: keyOf(form) });
        return { to: `/cases/${id}/review${route === reviewRoutes.finishReview ? '?done=finish' : ''}` };
      },
      problem => this.page(session, id, { problem }),
    );
  }

  private async page(session: Session, id: string, told: Told): Promise<string> {
    const review = await this.api.read(session.token, reviewRoutes.readReview, { params: { id } });
    return this.pages.show(session, 'sections', {
      here: 'cases',
      ...told,
      title: words.title,
      back: { text: wording.step.back, href: `/cases/${id}` },
      sections: sectionsOfReview(review, mayDo(session.roles, 'work cases')),
      key: randomUUID(),
    });
  }
}
