import { Controller, Get } from '@nestjs/common';
import { overviewRoutes, serviceRoutes, type Readiness, type SettingsInForce } from '@duly/api-contract';
import { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi } from '../duly-api/duly-api.js';
import type { Cell, Section } from '../pages/section.js';
import { Pages } from '../pages/pages.js';
import type { Session } from '../sign-in/session.js';
import { Needs, SignedIn } from '../sign-in/signed-in.js';
import { wording } from '../wording/index.js';
import { administrationPage } from './administration-page.js';

const words = wording.administration;

type SettingTold = SettingsInForce['settings'][number];

/** An administrator’s pages: what the installation is set to, and how it is. */
@Controller('/administration')
@Needs('keep staff')
export class AdministrationController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
  ) {}

  @Get()
  async health(@SignedIn() session: Session): Promise<string> {
    const readiness = await this.api.read(session.token, serviceRoutes.isReady).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.problem.status === 503) return undefined;
      throw error;
    });
    return this.page(session, '/administration', healthOf(readiness));
  }

  @Get('/templates')
  async templates(@SignedIn() session: Session): Promise<string> {
    const { templates } = await this.api.read(session.token, overviewRoutes.listLetterTemplates);
    const rows = templates.map(({ template, language, version, review }): readonly Cell[] => [
      wording.inPlainWords(template),
      language,
      String(version),
      review === null
        ? { text: words.notReviewed, tag: 'yellow' }
        : words.reviewedBy(review.reviewer, review.on),
    ]);
    return this.page(session, '/administration/templates', [
      { paragraphs: [words.templatesExplain], table: { head: words.templatesHead, rows } },
    ]);
  }

  @Get('/settings')
  async settings(@SignedIn() session: Session): Promise<string> {
    const { settings } = await this.api.read(session.token, overviewRoutes.readSettings);
    return this.page(session, '/administration/settings', [
      { paragraphs: [words.settingsExplain] },
      ...(['must-be-set', 'development-only', 'set', 'secret', 'default'] as const).map(standing => {
        const rows = settings.filter(one => one.standing === standing).map(rowOfSetting);
        return {
          title: words.standings[standing],
          table: { head: words.settingsHead, rows },
          empty: words.noSetting,
          hasLongWords: true,
        };
      }),
    ]);
  }

  private page(session: Session, tabHere: string, sections: readonly Section[]): string {
    return this.pages.show(session, 'sections', administrationPage(tabHere, sections));
  }
}

const rowOfSetting = ({ name, describes, unit, value, standing }: SettingTold): readonly Cell[] => [
  name,
  wording.asSentence(unit === null ? describes : `${describes} (${unit})`),
  value ?? (standing === 'secret' ? words.secret : words.unset),
];

function healthOf(readiness: Readiness | undefined): readonly Section[] {
  if (!readiness) return [{ paragraphs: [words.away] }];
  const { alarms, ...parts } = readiness;
  const names = ['status', 'database', 'keysDatabase', 'temporal', 'scanner'] as const;
  return [
    {
      table: {
        head: words.healthHead,
        rows: names.map(name => {
          const state = parts[name];
          const isWell = !['down', 'not-ready', 'not-set'].includes(state);
          return [words.parts[name], { text: words.states[state], tag: isWell ? 'green' : 'red' }];
        }),
      },
    },
    {
      title: words.alarms,
      paragraphs: alarms.length === 0 ? [words.noAlarm] : alarms.map(alarm => words.alarmWords[alarm]),
    },
  ];
}
