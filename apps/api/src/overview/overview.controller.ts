import { Controller } from '@nestjs/common';
import {
  overviewRoutes,
  type CalendarImport,
  type LetterTemplatesView,
  type SettingsInForce,
  type WorkloadQuery,
} from '@duly/api-contract';
import { judgeReviews } from '@duly/notices';
import { ImportCalendar } from '../calendars/import-calendar.js';
import type { Answer } from '../calls/answer.js';
import { successStatuses } from '../http-status.js';
import { Body, Params, Query } from '../routing/checked.js';
import type { Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import type { Caller } from '../sign-in/caller.js';
import { From } from '../sign-in/sign-in-guard.js';
import { HouseTold } from './house-told.js';
import { ReadWorkload } from './workload.js';

/** What a manager and an administrator look at before they decide. */
@Controller()
export class OverviewController {
  constructor(
    private readonly load: ReadWorkload,
    private readonly calendars: ImportCalendar,
    private readonly house: HouseTold,
  ) {}

  @Serves(overviewRoutes.readWorkload, 'read statistics')
  workload(@From() caller: Caller, @Query() query: WorkloadQuery) {
    return this.load.read(caller, query);
  }

  @Serves(overviewRoutes.tryCalendar, 'keep calendars')
  async tryCalendar(@Params() { id }: Named, @Body() body: CalendarImport): Promise<Answer> {
    return { status: successStatuses.ok, body: await this.calendars.foresee(id, body) };
  }

  @Serves(overviewRoutes.listLetterTemplates, 'read schedules')
  templates(): LetterTemplatesView {
    const judged = judgeReviews(this.house.reviews);
    return {
      templates: judged.map(({ template, language, version, wording, review }) => ({
        template,
        language,
        version,
        wording,
        review: review ? { reviewer: review.reviewer, on: review.on } : null,
      })),
    };
  }

  @Serves(overviewRoutes.readSettings, 'keep staff')
  settings(): SettingsInForce {
    return { settings: this.house.settings.map(one => ({ ...one })) };
  }
}
