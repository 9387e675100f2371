import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FeedList, FeedMade, FeedView } from '@duly/api-contract';
import { Register, type CalendarFeed } from '@duly/register';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { successStatuses } from '../http-status.js';
import { ApiError } from '../problem/api-error.js';
import type { Caller } from '../sign-in/caller.js';
import { StaffOfCalls } from '../staff/staff-of-calls.js';
import { dueDatesCalendar } from './due-dates-calendar.js';
import { OwnAddress } from './own-address.js';

const daysUnlessSaid = 180;

const noSuchFeed = new ApiError('no-such-feed', {
  detail: 'There is no calendar behind this link: it is wrong, has ended, or was taken back.',
  remedy: 'Make a new link with POST /v1/calendar-feeds.',
});

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const viewOf = ({ feedId: id, ...feed }: CalendarFeed): FeedView => ({ id, ...feed });

/** Links to calendars of due dates. Whoever has a link reads it without signing in, so it is random, ends, and can be taken back. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly register: Register,
    private readonly calls: Calls,
    private readonly staff: StaffOfCalls,
    private readonly address: OwnAddress,
  ) {}

  make(call: Call, { team, days }: { readonly team?: string; readonly days?: number }): Promise<Answer> {
    return this.calls.once(call, { feedId: randomUUID() }, async ({ work, staffId }) => {
      const token = randomBytes(32).toString('base64url');
      const feed = await this.register.feeds.make({
        feedId: work.feedId,
        tokenHash: hashOf(token),
        madeBy: staffId,
        team: team ?? null,
        days: days ?? daysUnlessSaid,
      });
      const made: FeedMade = { feed: viewOf(feed), url: `${this.address.url}/v1/feeds/${token}` };
      // What is kept for a repetition of the call must not hold the secret.
      return { status: successStatuses.ok, body: made, kept: { ...made, url: null } };
    });
  }

  async list(caller: Caller): Promise<FeedList> {
    return this.listOf(await this.staff.idOf(caller));
  }

  revoke(call: Call, feedId: string): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      if (!(await this.register.feeds.revoke(feedId, staffId))) throw noSuchFeed;
      return { status: successStatuses.ok, body: await this.listOf(staffId) };
    });
  }

  async read(token: string): Promise<string> {
    const cases = await this.register.feeds.read(hashOf(token));
    if (!cases) throw noSuchFeed;
    return dueDatesCalendar(cases);
  }

  private async listOf(staffId: string): Promise<FeedList> {
    return { feeds: (await this.register.feeds.madeBy(staffId)).map(viewOf) };
  }
}
