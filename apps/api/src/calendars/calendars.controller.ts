import { Controller } from '@nestjs/common';
import { calendarRoutes, type CalendarImport } from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { Body, Params } from '../routing/checked.js';
import type { Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import { ImportCalendar } from './import-calendar.js';

/** Public holidays: their versions, and the cases that a new one concerns. */
@Controller()
export class CalendarsController {
  constructor(private readonly calendars: ImportCalendar) {}

  @Serves(calendarRoutes.importCalendar, 'keep calendars')
  import(@TheCall() call: Call, @Params() { id }: Named, @Body() body: CalendarImport): Promise<Answer> {
    return this.calendars.import(call, id, body);
  }

  @Serves(calendarRoutes.readCalendar, 'read calendars')
  read(@Params() { id }: Named) {
    return this.calendars.read(id);
  }
}
