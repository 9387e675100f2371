import { z } from 'zod';
import { feedBody, feedList, feedMade, feedParams, teamFeedBody, type FeedView } from '../feeds.js';
import { idParams } from '../queries.js';
import type { Route } from './route.js';

const example: FeedView = {
  id: '7d0c5f5e-6a0b-4f7e-9a53-0a4f4f0f7c11',
  team: null,
  madeAt: '2026-07-01T09:30:00.000Z',
  until: '2026-12-28T09:30:00.000Z',
  revokedAt: null,
  readAt: null,
};
const made = {
  feed: example,
  url: 'https://duly.council.example/v1/feeds/1QmY0T2nq0Jx7y3s5v8x_A2d4f6h8j0l2n4p6r8t0v2',
};
const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:0b9f…@duly',
  'SEQUENCE:4',
  'DTSTART;VALUE=DATE:20260803',
  'SUMMARY:DR-2026-000123-1 (access): last day by law',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

/** Due dates in the calendar program of whoever works the cases (RFC 5545). */
export const feedRoutes = {
  listFeeds: {
    operation: 'listFeeds',
    method: 'get',
    path: '/v1/calendar-feeds',
    tag: 'reminders',
    summary: 'The links to calendars of due dates that you have made',
    permission: 'work tasks',
    answers: [
      { status: 200, description: 'Without their links.', schema: feedList, example: { feeds: [example] } },
    ],
    problems: [],
  },
  makeFeed: {
    operation: 'makeFeed',
    method: 'post',
    path: '/v1/calendar-feeds',
    tag: 'reminders',
    summary: 'Make a link to a calendar of the due dates of your cases',
    permission: 'work tasks',
    body: { schema: feedBody, example: { days: 180 } },
    answers: [{ status: 200, description: 'The link, once.', schema: feedMade, example: made }],
    problems: [],
  },
  makeTeamFeed: {
    operation: 'makeTeamFeed',
    method: 'post',
    path: '/v1/calendar-feeds/team',
    tag: 'reminders',
    summary: 'Make a link to a calendar of the due dates of a team',
    permission: 'assign tasks',
    body: { schema: teamFeedBody, example: { team: 'information rights' } },
    answers: [
      {
        status: 200,
        description: 'The link, once.',
        schema: feedMade,
        example: { ...made, feed: { ...example, team: 'information rights' } },
      },
    ],
    problems: [],
  },
  revokeFeed: {
    operation: 'revokeFeed',
    method: 'post',
    path: '/v1/calendar-feeds/{id}/revoke',
    tag: 'reminders',
    summary: 'Take back a link that you have made; whoever has it reads nothing more',
    permission: 'work tasks',
    params: idParams,
    body: { schema: z.strictObject({}), example: {} },
    answers: [
      {
        status: 200,
        description: 'It is taken back.',
        schema: feedList,
        example: { feeds: [{ ...example, revokedAt: '2026-08-01T09:30:00.000Z' }] },
      },
    ],
    problems: ['no-such-feed'],
  },
  readFeed: {
    operation: 'readFeed',
    method: 'get',
    path: '/v1/feeds/{id}',
    tag: 'reminders',
    summary: 'The calendar behind a link: references, rights and dates, and nothing of a person',
    permission: 'nothing',
    params: feedParams,
    answers: [
      {
        status: 200,
        description: 'iCalendar (RFC 5545), to be read again each hour.',
        schema: z.string(),
        example: calendar,
        contentType: 'text/calendar',
      },
    ],
    problems: ['no-such-feed', 'database-away'],
  },
} as const satisfies Readonly<Record<string, Route>>;
