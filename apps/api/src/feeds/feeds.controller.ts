import { Controller, Res } from '@nestjs/common';
import { feedRoutes, type FeedBody, type TeamFeedBody } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { Body, Params } from '../routing/checked.js';
import type { Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import type { Caller } from '../sign-in/caller.js';
import { From } from '../sign-in/sign-in-guard.js';
import { CalendarFeeds } from './calendar-feeds.js';

/** Due dates in people's own calendars. */
@Controller()
export class FeedsController {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Serves(feedRoutes.listFeeds, 'work tasks')
  list(@From() caller: Caller) {
    return this.feeds.list(caller);
  }

  @Serves(feedRoutes.makeFeed, 'work tasks')
  make(@TheCall() call: Call, @Body() body: FeedBody): Promise<Answer> {
    return this.feeds.make(call, body);
  }

  @Serves(feedRoutes.makeTeamFeed, 'assign tasks')
  makeForTeam(@TheCall() call: Call, @Body() body: TeamFeedBody): Promise<Answer> {
    return this.feeds.make(call, body);
  }

  @Serves(feedRoutes.revokeFeed, 'work tasks')
  revoke(@TheCall() call: Call, @Params() { id }: Named): Promise<Answer> {
    return this.feeds.revoke(call, id);
  }

  @Serves(feedRoutes.readFeed, 'nothing')
  read(@Params() { id }: Named, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    // The address is the key: it is not to reach another site as a referrer.
    void reply.type('text/calendar; charset=utf-8').header('referrer-policy', 'no-referrer');
    return this.feeds.read(id);
  }
}
