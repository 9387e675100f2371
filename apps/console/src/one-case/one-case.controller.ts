import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { caseRoutes, documentRoutes } from '@duly/api-contract';
import { verbs } from '@duly/case';
import type { FastifyReply } from 'fastify';
import { doingNames } from '../doings/doings.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { Pages } from '../pages/pages.js';
import { Today } from '../pages/today.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { clockPicture } from './clock-picture.js';
import { pausesOf } from './pauses.js';
import { ReadCase } from './read-case.js';
import { stepsInGroups } from './steps-in-groups.js';
import { storyOf } from './story.js';

/** What was done before this page was shown: a word of ours, never one of an address. */
const doings: readonly string[] = [...verbs, 'open-request', ...doingNames];

/** A case on one page. */
@Controller('/cases/:id')
export class OneCaseController {
  constructor(
    private readonly api: DulyApi,
    private readonly reading: ReadCase,
    private readonly pages: Pages,
    private readonly today: Today,
  ) {}

  @Get()
  async one(
    @SignedIn() session: Session,
    @Param('id') id: string,
    @Query('done') done?: string,
    @Query('atLeast') atLeast?: string,
  ): Promise<string> {
    const read = await this.reading.of(session, id, atLeast);
    const today = this.today.date();
    const pauses = pausesOf(read.timeline);
    const story = storyOf(read.timeline);
    const given = done === 'record-notice-given' && story.find(({ what }) => what === 'NoticeGiven');
    return this.pages.show(session, 'case', {
      ...read,
      today,
      pauses,
      groups: stepsInGroups(read.steps),
      picture: clockPicture(read.view, read.clock.clock, today, pauses),
      story,
      ...(given && given.postedOn && { counted: given }),
      done: doings.find(one => one === done),
    });
  }

  @Get('/letters/:letter')
  async letter(
    @SignedIn() session: Session,
    @Param() { id, letter }: { id: string; letter: string },
  ): Promise<string> {
    const content = await this.api.read(session.token, caseRoutes.readLetter, { params: { id, letter } });
    return this.pages.show(session, 'letter', { id, content });
  }

  /** To be saved, never shown: nothing that somebody else has sent is a page of ours. */
  @Get('/documents/:document')
  async document(
    @SignedIn() { token }: Session,
    @Param() params: { id: string; document: string },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await this.api.file(token, documentRoutes.readDocument, { params });
    await asFile(reply, 'application/octet-stream', 'document', bytes);
  }

  @Get('/letters/:letter/print')
  async print(
    @SignedIn() { token }: Session,
    @Param() params: { id: string; letter: string },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await this.api.file(token, caseRoutes.printLetter, { params });
    await asFile(reply, 'application/pdf', 'letter.pdf', bytes);
  }
}

/** No name of a person in the name of a file: it lands in the folder of downloads. */
async function asFile(reply: FastifyReply, type: string, name: string, bytes: Buffer): Promise<void> {
  await reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(bytes);
}
