import { caseRights, type refusalGrounds } from '@duly/case';
import { z } from 'zod';
import { lineOf } from './fields.js';

/** A month of the calendar, of the years 1900 to 2199. */
const month = z
  .string()
  .regex(/^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/, {
    error: 'must be a month, written YYYY-MM',
    abort: true,
  })
  .meta({ description: 'A month, written YYYY-MM.' });

/** The months from the one to the other, both included. */
const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5)) + 1;

/** So many months can be asked for at once: five years. */
const mostMonths = 60;

export const countings = ['received', 'closed'] as const;
export const groupings = ['month,right', 'month', 'right', 'total'] as const;

export const statisticsQuery = z
  .strictObject({
    from: month.meta({ description: 'The first month, written YYYY-MM.' }),
    to: month.meta({ description: `The last month, itself included; at most ${mostMonths} months in all.` }),
    counting: z
      .enum(countings, `must be one of ${countings.join(', ')}`)
      .exactOptional()
      .meta({
        description:
          'What month a case belongs to. `received` (without it): that of its receipt, so a row follows the cases that came in one month, as they stand today. `closed`: that in which it closed, whenever it came. Either way a case is in one row, once.',
      }),
    by: z
      .enum(groupings, `must be one of ${groupings.join(' · ')}`)
      .exactOptional()
      .meta({
        description:
          'A row for each; `month,right` without it. Medians cannot be added up: ask for `month`, `right` or `total` where one is wanted over more cases.',
      }),
    right: z.enum(caseRights, `must be one of ${caseRights.join(', ')}`).exactOptional(),
    team: lineOf(100).exactOptional().meta({ description: 'The team that has the case now.' }),
  })
  .superRefine(({ from, to }, context) => {
    const months = monthsBetween(from, to);
    if (months >= 1 && months <= mostMonths) return;
    const message =
      months < 1
        ? 'must not be before from'
        : `must be at most ${mostMonths} months with from: ask for shorter times one after another`;
    context.addIssue({ code: 'custom', path: ['to'], message });
  });
export type StatisticsQuery = z.infer<typeof statisticsQuery>;

const cases = (description: string) => z.int().min(0).meta({ description });
const days = (description: string) =>
  z
    .number()
    .min(0)
    .nullable()
    .meta({ description: `${description} Civil days; null where there is no such case.` });

const grounds = (description: string) =>
  z
    .strictObject({
      'manifestly-unfounded': z.int().min(0),
      'manifestly-excessive': z.int().min(0),
      'cannot-identify': z.int().min(0),
      exemption: z.int().min(0),
      'right-does-not-apply': z.int().min(0),
    } satisfies Record<(typeof refusalGrounds)[number], unknown>)
    .meta({ description });

const ends = z
  .strictObject({
    answered: cases('Answered wholly.'),
    'partly-answered': cases('A part answered, the rest refused.'),
    refused: cases('Refused wholly.'),
    withdrawn: cases('Taken back in the person’s own words.'),
    abandoned: cases('Closed because an ask was never answered (R24).'),
    'not-identified': cases('Closed because the person could not be identified (Art 11(2)).'),
    died: cases('The person died before the response (R35).'),
    dismissed: cases('Was no request (of enquiries only).'),
    concluded: cases('A complaint whose outcome was told.'),
  })
  .meta({ description: 'How the closed cases ended; together they are `closed`.' });

/** What each figure means; there is no other definition. All are of the cases of the row, as they stand at the moment of reading. */
export const statisticsRow = z
  .strictObject({
    month: month.nullable().meta({ description: 'Null where all months asked for are taken together.' }),
    kind: z.enum(['request', 'enquiry', 'complaint']).meta({
      description:
        'Never counted together: a request; an enquiry, held as one that may be no request and not promoted (once promoted it is a request of the same month of receipt); a complaint, whose one date is that of its acknowledgement (DPA 2018 s.164A).',
    }),
    right: z
      .enum(caseRights)
      .nullable()
      .meta({ description: 'Null where all rights of the kind are taken together.' }),
    cases: cases(
      'Received in the month, or closed in it, as asked by `counting`; always `open` + `closed`. A case counts from the moment it is accepted, once, however often it is reopened, and also when its personal data has been erased.',
    ),
    open: cases('Not closed today; a reopened case is open again.'),
    openLate: cases(
      'Of the open: the date that binds has passed, by the case’s own clock (a complaint: it was not acknowledged by then). Awaiting identity or a fee, or paused, no date binds.',
    ),
    openWaiting: cases('Of the open: the next step is the person’s, who was asked for something.'),
    closed: cases(
      'Closed today, by the last closing; always `closedInTime` + `closedLate` + `closedOtherwise`.',
    ),
    closedInTime: cases(
      'Answered or refused on or before the date that bound, extension and pauses included.',
    ),
    closedLate: cases(
      'Answered or refused after the date that bound, or ended otherwise (withdrawn, abandoned, …) when it had passed already.',
    ),
    closedOtherwise: cases(
      'Neither: withdrawn, abandoned or otherwise ended before its date, answered while no date bound, or dismissed as no request.',
    ),
    late: cases('`openLate` + `closedLate`.'),
    extended: cases(
      'With an extension in force: its notice was given in time, and nobody removed it. One that fell away or was only decided is none.',
    ),
    reopened: cases('Reopened at least once; each is counted above by its last closing, or as open.'),
    paused: cases('Whose clock stood still for at least a day while a clarification was awaited.'),
    pausedDays: cases(
      'Civil days for which their clocks stood still, pauses that overlap counted once, open ones until today.',
    ),
    withinTarget: cases(
      'Answered or refused within the organisation’s own target, 28 civil days after receipt unless the policy of the case says otherwise; nothing is taken off. Never the legal date (R32).',
    ),
    withinTargetByClock: cases(
      'The same, where the days before the month began (identity, authority, fee) and the days for which it stood still are taken off.',
    ),
    medianAgeClosed: days('Of the closed: from receipt to closing.'),
    medianAgeOpen: days('Of the open: from receipt to today.'),
    medianIdle: days(
      'Of all: the longest stretch in which nothing was done in a case that was open and waited for nobody but us, one that lasts until today included (R33).',
    ),
    longestIdle: days('The longest of these stretches in any case.'),
    reclassified: cases(
      'Read as this right, then found to use another. They count in no other figure: the same letter has a case of the right it uses, with the same day of receipt.',
    ),
    ends,
    refusedWholly: grounds(
      'Of those that ended `refused`: under each ground a refusal told to the person named.',
    ),
    refusedPartly: grounds(
      'The same of those that ended `partly-answered`. A case counts under each of its grounds, so these may add up to more.',
    ),
  })
  .meta({ id: 'StatisticsRow' });
export type StatisticsRow = z.infer<typeof statisticsRow>;

/** Groups in which there is no case have no row. */
export const statisticsView = z
  .strictObject({
    from: month,
    to: month,
    counting: z.enum(countings),
    by: z.enum(groupings),
    rows: z.array(statisticsRow).meta({
      description: 'By month, kind and right, in this order; where there is no case there is no row.',
    }),
  })
  .meta({ id: 'Statistics' });
export type StatisticsView = z.infer<typeof statisticsView>;
