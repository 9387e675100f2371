import { Controller, Get, Param, Query } from '@nestjs/common';
import { caseRoutes } from '@duly/api-contract';
import { verbs } from '@duly/case';
import { doingNames } from '../doings/doings.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { Pages } from '../pages/pages.js';
import { Today } from '../pages/today.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { clockPicture } from './clock-picture.js';
import { pausesOf } from './pauses.js';
import { ReadCase } from './read-case.js';
import { latestApart } from './latest.js';
import { isOnTheWay, lettersTold } from './letters-of-case.js';
import { partsOfPage } from './parts-of-page.js';
import { stepsInGroups } from './steps-in-groups.js';
import { proposedLast, storyOf } from './story.js';

/** What was done before this page was shown: a word of ours, never one of an address. */
const doings: readonly string[] = [...verbs, 'open-request', 'add-document', ...doingNames];

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
    const letters = lettersTold(read);
    return this.pages.show(session, 'case', {
      ...read,
      ...{ today, pauses },
      groups: stepsInGroups(read.steps),
      picture: clockPicture(read.view, read.clock.clock, today, pauses),
      parts: partsOfPage(session, read),
      letterOfTask: Object.fromEntries(letters.map(({ decided, kind }) => [decided, kind])),
      onTheWay: letters.filter(isOnTheWay),
      letters: latestApart(letters),
      story: latestApart(story),
      ...(given && given.postedOn && { counted: given }),
      done: doings.find(one => one === done),
      isProposed: done !== undefined && proposedLast(read.timeline) === done,
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
}
