import { randomUUID } from 'node:crypto';

/** What stands in the addresses of pages. */
export interface Places {
  readonly case: string;
  readonly letter: string;
  readonly member: string;
  readonly source: string;
  /** What a source of the case was asked. */
  readonly asked: string;
  readonly reviewed: string;
  readonly incoming: string;
  readonly received: string;
}

/** Nothing of any kind is there. */
export const nowhere = (): Places => ({
  ...{ case: randomUUID(), letter: 'none', member: 'st-none', source: 'none', asked: randomUUID() },
  ...{ reviewed: randomUUID(), incoming: randomUUID(), received: randomUUID() },
});

export type Whose = 'Harriet Okafor' | 'Morgan Reid' | 'Aled Price' | 'Zofia Novak' | 'Mailings';

export interface PageOfConsole {
  /** As its controller has it. */
  readonly route: string;
  readonly path: (at: Places) => string;
  readonly whose: Whose;
  /** Whose role has nothing to do with it; nobody where it is for everyone who is signed in. */
  readonly notFor: Whose | undefined;
}

type Path = (at: Places) => string;

const of = (
  whose: Whose,
  notFor: Whose | undefined,
  pages: Readonly<Record<string, Path>>,
): readonly PageOfConsole[] => Object.entries(pages).map(([route, path]) => ({ route, path, whose, notFor }));

const step: Path = at => `/cases/${at.case}/steps/answer`;

/** Every page of the console that is asked for by its address, and whose it is. */
export const pagesOfConsole: readonly PageOfConsole[] = [
  ...of('Harriet Okafor', 'Mailings', {
    '/my-work': () => '/my-work?whose=all',
    '/cases': () => '/cases',
    '/requests/new': () => '/requests/new',
    '/cases/:id': at => `/cases/${at.case}`,
    '/cases/:id/letters/:letter': at => `/cases/${at.case}/letters/${at.letter}`,
    '/cases/:id/review': at => `/cases/${at.case}/review`,
    '/cases/:id/review/items/:item': at => `/cases/${at.case}/review/items/${at.reviewed}`,
    '/incoming': () => '/incoming',
    '/incoming/:id': at => `/incoming/${at.incoming}`,
  }),
  // An auditor reads a case, and takes no step in it.
  ...of('Harriet Okafor', 'Aled Price', {
    '/cases/:id/steps/:verb': step,
    '/cases/:id/people/:part': at => `/cases/${at.case}/people/subject`,
    '/cases/:id/documents/new': at => `/cases/${at.case}/documents/new`,
    '/cases/:id/doings/:verb': at => `/cases/${at.case}/doings/prepare-delivery`,
    '/cases/:id/doings/:verb/:thing': at => `/cases/${at.case}/doings/ask-source-again/${at.asked}`,
    '/cases/:id/review/items/:item/mark': at => `/cases/${at.case}/review/items/${at.reviewed}/mark`,
    '/incoming/:id/:path': at => `/incoming/${at.incoming}/accept`,
    '/incoming/:id/items/:item/:path': at => `/incoming/${at.incoming}/items/${at.received}/judge`,
  }),
  ...of('Morgan Reid', 'Mailings', {
    '/team': () => '/team',
    '/team/absence/:id': at => `/team/absence/${at.member}`,
    '/team/statistics': () => '/team/statistics',
  }),
  ...of('Aled Price', 'Harriet Okafor', {
    '/audit': () => '/audit',
    '/audit/sample': () => '/audit/sample?size=2&seed=spring-2036',
    '/audit/consistency': () => '/audit/consistency?first=1&second=2',
    '/audit/cases/:id': at => `/audit/cases/${at.case}`,
  }),
  ...of('Zofia Novak', 'Mailings', {
    '/administration': () => '/administration',
    '/administration/sources': () => '/administration/sources',
    '/administration/sources/new': () => '/administration/sources/new?kind=task',
    '/administration/sources/:id': at => `/administration/sources/${at.source}`,
    '/administration/schedules': () => '/administration/schedules',
    '/administration/schedules/:right': () => '/administration/schedules/access',
    '/administration/templates': () => '/administration/templates',
    '/administration/calendars': () => '/administration/calendars',
    '/administration/settings': () => '/administration/settings',
  }),
  ...of('Mailings', 'Aled Price', { '/marketing': () => '/marketing' }),
  ...of('Harriet Okafor', undefined, { '/words': () => '/words' }),
];

/** What else is asked for by its address, and why nobody looks at it here. */
export const noPages: Readonly<Record<string, string>> = {
  '/': 'goes on to the first page of a role',
  '/audit/find': 'goes on to the case that was looked for',
  '/sign-in': 'goes on to the provider of sign-ins',
  '/sign-in/return': 'comes back from it',
  '/signed-in': 'is told by the journey of a session that is over',
  '/signed-out': 'is told by the journey of a session that is over',
  '/organisation.css': 'a file',
  '/favicon.ico': 'a file',
  '/cases.csv': 'a file',
  '/team/statistics.csv': 'a file',
  '/audit/sample.csv': 'a file',
  '/audit/heads/:number': 'a file',
  '/audit/cases/:id/bundle.json': 'a file',
  '/cases/:id/documents/:document': 'a file',
  '/cases/:id/packages/:package': 'a file',
  '/cases/:id/letters/:letter/print': 'a file',
  '/cases/:id/deliveries/:delivery/label': 'is looked at where something is posted, beside the steps',
  '/incoming/:id/items/:item': 'a file',
};
