import { Controller, Get, Query } from '@nestjs/common';
import { caseRoutes, overviewRoutes, type CaseRow, type WorkloadView } from '@duly/api-contract';
import { DulyApi } from '../duly-api/duly-api.js';
import type { Cell, Section } from '../pages/section.js';
import { Pages } from '../pages/pages.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { wording } from '../wording/index.js';
import { barsOf, weeksOf } from './bars.js';

const words = wording.team;
const firstAtRisk = '20';

/** A manager’s first page: who has how much, what is due when, what is at risk, and who is away. */
@Controller('/team')
export class TeamController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
  ) {}

  @Get()
  async team(@SignedIn() session: Session, @Query('team') asked?: string): Promise<string> {
    const team = asked === undefined || asked === '' ? undefined : asked;
    const list = (query: Readonly<Record<string, string>>) =>
      this.api.read(session.token, caseRoutes.listCases, {
        query: { state: 'open', team, limit: firstAtRisk, ...query },
      });
    const [load, late, alarms, soon] = await Promise.all([
      this.api.read(session.token, overviewRoutes.readWorkload, { query: { team } }),
      list({ due: 'past' }),
      list({ alarm: 'true' }),
      list({ due: 'week' }),
    ]);
    const names = { ...late.names, ...alarms.names, ...soon.names };
    const atRisk = new Map([...soon.cases, ...alarms.cases, ...late.cases].map(one => [one.id, one]));
    return this.pages.show(session, 'sections', {
      here: 'team',
      title: words.title,
      sections: [
        riskByWeek(load),
        casesAtRisk([...atRisk.values()], names, team),
        inHand(load),
        teamForm(load, team),
      ],
    });
  }
}

function riskByWeek(load: WorkloadView): Section {
  const weeks = weeksOf(load);
  const bars = barsOf(weeks);
  return {
    title: words.risk,
    ...(bars && { bars }),
    table: {
      head: words.weekHead,
      rows: weeks.map(({ label, cases, alarms }) => [label, String(cases), String(alarms)]),
    },
    empty: words.noCases,
  };
}

function whyAtRisk({ isLate, alarmFor }: CaseRow): Cell {
  if (isLate) return { text: words.why.late, tag: 'red' };
  return alarmFor === null ? { text: words.why.soon, tag: 'yellow' } : { text: words.why.alarm, tag: 'red' };
}

function casesAtRisk(
  cases: readonly CaseRow[],
  names: Readonly<Record<string, string>>,
  team: string | undefined,
): Section {
  const ofTeam = team === undefined ? '' : `&team=${encodeURIComponent(team)}`;
  const sorted = [...cases].sort((one, other) => (one.dueDate ?? '9').localeCompare(other.dueDate ?? '9'));
  return {
    title: words.atRisk,
    table: {
      head: words.atRiskHead,
      rows: sorted.map(one => [
        { text: one.reference, href: `/cases/${one.id}` },
        wording.inPlainWords(one.right),
        one.dueDate === null ? '–' : wording.longDate(one.dueDate),
        (one.handler && names[one.handler]) ?? words.nobody,
        whyAtRisk(one),
      ]),
    },
    empty: words.noneAtRisk,
    links: [
      { text: words.all.past, href: `/cases?state=open&due=past${ofTeam}` },
      { text: words.all.alarm, href: `/cases?state=open&alarm=true${ofTeam}` },
      { text: words.all.week, href: `/cases?state=open&due=week${ofTeam}` },
    ],
  };
}

function awayOf({ absence, coverName, staff }: WorkloadView['people'][number]): Cell {
  const text =
    absence === null
      ? words.plan
      : words.away(
          wording.longDate(absence.from),
          absence.until === null ? undefined : wording.longDate(absence.until),
          coverName ?? undefined,
        );
  return { text, href: `/team/absence/${encodeURIComponent(staff)}` };
}

function inHand({ people, nobody }: WorkloadView): Section {
  const figures = ({ cases, late, alarms, dueSoon, tasks }: WorkloadView['nobody']): readonly string[] =>
    [cases, late, alarms, dueSoon, tasks].map(String);
  return {
    title: words.load,
    table: {
      head: words.loadHead,
      rows: [
        [{ text: words.nobody, href: '/cases?state=open&handler=nobody' }, ...figures(nobody), '–'],
        ...people.map((one): readonly Cell[] => [
          { text: one.name, href: `/cases?state=open&handler=${encodeURIComponent(one.staff)}` },
          ...figures(one),
          awayOf(one),
        ]),
      ],
    },
    empty: words.nobodyWorks,
    links: [
      { text: words.assign, href: '/my-work?whose=all' },
      { text: words.statistics, href: '/team/statistics' },
    ],
  };
}

function teamForm({ people }: WorkloadView, team: string | undefined): Section {
  const teams = [...new Set(people.flatMap(one => one.team ?? []))].sort();
  const items = [
    { value: '', text: words.everybody },
    ...[...new Set([...(team === undefined ? [] : [team]), ...teams])].map(one => ({
      value: one,
      text: one,
    })),
  ];
  const field = { name: 'team', kind: 'choice', label: words.only, value: team ?? '', items } as const;
  return { form: { action: '/team', method: 'get', fields: [field], button: words.show } };
}
