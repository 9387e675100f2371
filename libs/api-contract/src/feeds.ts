import { z } from 'zod';
import { id, instant } from './fields.js';
import { teamName } from './staffing.js';

const days = z
  .int('must be a whole number')
  .min(1, 'must be 1 or more')
  .max(366, 'must be 366 or less')
  .exactOptional()
  .meta({ description: 'For how many days the link is good; 180 without it.' });

export const feedBody = z.strictObject({ days }).meta({ id: 'MakeCalendarFeed' });
export const teamFeedBody = z.strictObject({ team: teamName, days }).meta({ id: 'MakeTeamCalendarFeed' });
export type FeedBody = z.infer<typeof feedBody>;
export type TeamFeedBody = z.infer<typeof teamFeedBody>;

export const feedView = z
  .strictObject({
    id,
    team: z.string().nullable().meta({ description: 'Null of your own cases and those you act for.' }),
    madeAt: instant,
    until: instant,
    revokedAt: instant.nullable(),
    readAt: instant.nullable().meta({ description: 'When a calendar program last read it.' }),
  })
  .meta({ id: 'CalendarFeed' });
export type FeedView = z.infer<typeof feedView>;

export const feedMade = z
  .strictObject({
    feed: feedView,
    url: z.string().nullable().meta({
      description:
        'The link, for a calendar program to subscribe to. Shown this once; null where the same call is repeated.',
    }),
  })
  .meta({ id: 'CalendarFeedMade' });
export type FeedMade = z.infer<typeof feedMade>;

export const feedList = z.strictObject({ feeds: z.array(feedView) }).meta({ id: 'CalendarFeeds' });
export type FeedList = z.infer<typeof feedList>;

/** The secret part of a link: 256 random bits. */
export const feedParams = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'must be the secret part of a link to a calendar'),
});
