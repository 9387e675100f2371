import { Module, type DynamicModule } from '@nestjs/common';
import type { ConsoleSettings } from '@duly/settings';
import { CasesListController } from './cases/cases-list.controller.js';
import { DulyApi } from './duly-api/duly-api.js';
import { DoingsController } from './doings/doings.controller.js';
import { ThingsOfCase } from './doings/things-of-case.js';
import { DocumentsController } from './documents/documents.controller.js';
import { IncomingController } from './incoming/incoming.controller.js';
import { MarketingController } from './marketing/marketing.controller.js';
import { FormPages } from './pages/form-page.js';
import { ReviewController } from './review/review.controller.js';
import { GlossaryController } from './pages/glossary.controller.js';
import { PeopleController } from './people/people.controller.js';
import { OneCaseController } from './one-case/one-case.controller.js';
import { ReadCase } from './one-case/read-case.js';
import { OpeningController } from './opening/opening.controller.js';
import { Looks } from './pages/looks.js';
import { LooksController } from './pages/looks.controller.js';
import { Pages } from './pages/pages.js';
import { Today } from './pages/today.js';
import { BrowserCookies } from './sign-in/browser-cookies.js';
import { Issuer } from './sign-in/issuer.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { OffersOfCase } from './steps/offers.js';
import { StepsController } from './steps/steps.controller.js';
import { TakingSteps } from './steps/taking-steps.js';
import { FirstPageController } from './pages/first-page.controller.js';
import { GivingController } from './my-work/giving.controller.js';
import { AdministrationController } from './administration/administration.controller.js';
import { SchedulesController } from './administration/schedules.controller.js';
import { SourcesController } from './administration/sources.controller.js';
import { CalendarsController } from './administration/calendars.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditedCaseController } from './audit/audited-case.controller.js';
import { SampleController } from './audit/sample.controller.js';
import { AbsenceController } from './team/absence.controller.js';
import { StatisticsController } from './team/statistics.controller.js';
import { TeamController } from './team/team.controller.js';
import { MyWorkController } from './my-work/my-work.controller.js';

const controllers = [
  LooksController,
  SignInController,
  FirstPageController,
  MyWorkController,
  AdministrationController,
  CalendarsController,
  SchedulesController,
  SourcesController,
  AuditController,
  AuditedCaseController,
  SampleController,
  TeamController,
  AbsenceController,
  StatisticsController,
  GivingController,
  CasesListController,
  OneCaseController,
  PeopleController,
  DoingsController,
  DocumentsController,
  ReviewController,
  IncomingController,
  MarketingController,
  GlossaryController,
  OpeningController,
  StepsController,
] as const;

@Module({})
export class ConsoleModule {
  static over(settings: ConsoleSettings, folder: string): DynamicModule {
    return {
      module: ConsoleModule,
      controllers: [...controllers],
      providers: [
        TakingSteps,
        OffersOfCase,
        ReadCase,
        FormPages,
        ThingsOfCase,
        { provide: DulyApi, useValue: new DulyApi(settings.apiUrl) },
        { provide: Pages, useValue: new Pages(settings.organisationName, folder) },
        { provide: Looks, useValue: new Looks(settings.consoleColour) },
        { provide: Today, useValue: new Today(settings.clockOffset) },
        { provide: BrowserCookies, useValue: new BrowserCookies(settings) },
        { provide: Issuer, useValue: new Issuer(settings) },
      ],
    };
  }
}
