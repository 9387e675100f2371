import { randomUUID } from 'node:crypto';
import {
  caseCommandRoutes,
  requestCommandRoutes,
  type NextSteps,
  type RequestOpened,
} from '@duly/api-contract';
import type { EventType, Verb } from '@duly/case';
import { until } from '@duly/infra';
import type { Page } from 'playwright-core';
import { CaseLife } from '../journeys/case-life.js';
import { requestBody } from '../journeys/letter-of-request.js';
import type { ConsoleJourney } from './console-journey.js';
import { everyHostileWord, inOneLine, isUnbroken } from './hostile-words.js';

/** What the list of suppressions gives by itself is no page. */
export type VerbOfPages = Exclude<Verb, 'list-objector'>;

/** Words by the label, or the beginning of it, that is to be seen. */
export type ByLabel = Readonly<Record<string, string>>;

/** How one step is taken by a person, and what they see of it afterwards. */
export interface EveryStep {
  /** What the request is about, where it is not access. */
  readonly opened?: Readonly<Record<string, unknown>>;
  readonly as?: 'enquiry' | 'complaint';
  /** By which the case has begun. */
  readonly begun?: EventType;
  /** Brings the case so far, through the API. @returns what is to be written, where that is known only now */
  readonly before?: (life: CaseLife) => Promise<ByLabel | undefined>;
  readonly by?: string;
  /** The answer to choose, by its question. */
  readonly choose?: ByLabel;
  /** What is to be written where hostile words would not do. */
  readonly write?: ByLabel;
  /** Days by their question; 31 March 2036 without it. */
  readonly days?: Readonly<Record<string, readonly [string, string, string]>>;
  /** Questions that have no answer here. */
  readonly leave?: readonly string[];
  /** Words that are for the record of somebody else, and not in the story. */
  readonly untold?: true;
  readonly tells: EventType;
  readonly state: string;
  /** As the page has it. */
  readonly date: string;
}

export const month = 'Wednesday 30 April 2036';
export const noDate = 'No date binds now';

const routes = { ...requestCommandRoutes, ...caseCommandRoutes } as Readonly<
  Record<string, { readonly summary: string }>
>;
const titleOf = (verb: Verb): string =>
  (routes[verb]?.summary ?? verb).replace(/, for every open case of the request$/u, '');

async function brought(at: ConsoleJourney, step: EveryStep): Promise<CaseLife> {
  const handler = await at.journey.as('staff-harriet');
  const route = { enquiry: '/v1/enquiries', complaint: '/v1/complaints' };
  // Nobody else’s case may hold their data, or look like theirs.
  const subject = { name: `Person ${randomUUID()}`, email: `${randomUUID()}@people.example` };
  const request = requestBody({ subject, ...step.opened, ...doubtsOf(step) });
  const { rights: _rights, ...written } = request;
  const body = step.as === 'complaint' ? written : request;
  const path = step.as === undefined ? '/v1/requests' : route[step.as];
  const life = CaseLife.following(at.journey, handler, await handler.done<RequestOpened>(path, body));
  await life.happens(step.begun ?? 'NoticeGiven');
  return life;
}

const doubtsOf = ({ as }: EveryStep): object =>
  as === 'enquiry' ? { doubts: 'It may only ask when we open.' } : {};

/** Through the list of cases to the page of the step, by what stands there to be read. */
async function opened(page: Page, verb: Verb, life: CaseLife): Promise<void> {
  const { reference } = await life.view();
  await page.getByRole('link', { name: 'Cases', exact: true }).click();
  await page.getByLabel('Reference', { exact: true }).fill(reference);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByRole('link', { name: reference }).click();
  const named = { name: titleOf(verb), exact: true, includeHidden: true } as const;
  const group = page.locator('details').filter({ has: page.getByRole('link', named) });
  await group.locator('summary').click();
  await group.getByRole('link', { name: titleOf(verb), exact: true }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const beginning = (label: string): RegExp =>
  new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}`, 'u');

const labelsOf = (page: Page, fields: string): Promise<readonly string[]> =>
  page.evaluate(
    `[...document.querySelectorAll('main form ${fields}')].filter(one => one.offsetParent !== null).map(one => one.labels[0].innerText.trim())`,
  );

const questionsOfDays = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    `[...document.querySelectorAll('main form fieldset')].filter(one => one.querySelector('.govuk-date-input')).map(one => one.querySelector('legend').innerText.trim())`,
  );

/** Every field that takes words has hostile ones. @returns how many have */
async function filled(page: Page, step: EveryStep, more: ByLabel): Promise<number> {
  const written = { ...step.write, ...more };
  for (const [question, answer] of Object.entries(step.choose ?? {}))
    await page
      .getByRole('group', { name: beginning(question) })
      .getByLabel(answer, { exact: true })
      .check();
  for (const [label, text] of Object.entries(written))
    await page.getByLabel(beginning(label)).first().fill(text);
  for (const question of await questionsOfDays(page)) {
    const own = Object.entries(step.days ?? {}).find(([label]) => question.startsWith(label))?.[1];
    if (own === undefined && question.endsWith('(optional)')) continue;
    const group = page.getByRole('group', { name: beginning(question) });
    for (const [place, part] of ['Day', 'Month', 'Year'].entries())
      await group.getByLabel(part, { exact: true }).fill((own ?? ['31', '3', '2036'])[place] ?? '');
  }
  const left = [...(step.leave ?? []), ...Object.keys(written)];
  const open = (await labelsOf(page, 'textarea')).filter(
    label => !left.some(known => label.startsWith(known)),
  );
  for (const label of open) await page.getByLabel(label, { exact: true }).fill(everyHostileWord);
  return open.length;
}

/** What would be sent, where something would be; and then it is done. */
async function confirmed(at: ConsoleJourney, page: Page): Promise<void> {
  const shows = page.getByRole('button', { name: 'See what would be sent' });
  if ((await shows.count()) === 0) {
    await page.getByRole('button', { name: /^(Do it|Save)$/u }).click();
    return;
  }
  await shows.click();
  await at.says(page, 'Check before you send');
  await isUnbroken(page);
  await page.getByRole('button', { name: 'Send and do it' }).click();
}

/** Takes one step as somebody at work does, by visible labels alone, and sees what it did: state, date, story. */
export async function taken(at: ConsoleJourney, verb: Verb, step: EveryStep): Promise<void> {
  const life = await brought(at, step);
  const more = (await step.before?.(life)) ?? {};
  const { steps } = await until('What can be done', 60, async () => {
    const { status, body } = await life.handler.get<NextSteps>(`/v1/cases/${life.id}/steps`);
    return status === 200 ? body : undefined;
  });
  expect([verb, steps.find(one => one.verb === verb)?.answer]).toEqual([
    verb,
    expect.stringMatching(/^(takes|depends)$/u) as string,
  ]);
  const page = await at.unguarded(step.by ?? 'Harriet Okafor');
  await opened(page, verb, life);
  const many = await filled(page, step, more);
  await confirmed(at, page);
  await at.says(page, 'Done');
  await isUnbroken(page);
  await life.happens(step.tells);
  const wanted = [step.state, step.date, ...(many > 0 && !step.untold ? [inOneLine(everyHostileWord)] : [])];
  let text = '';
  await until(`${verb} on the page of its case`, 60, async () => {
    await page.reload();
    text = inOneLine(await page.locator('main').innerText());
    return wanted.every(words => text.includes(words)) || undefined;
  }).catch(() => expect(text).toContain(wanted.find(words => !text.includes(words))));
  await isUnbroken(page);
}
