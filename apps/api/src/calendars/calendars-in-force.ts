import { Injectable } from '@nestjs/common';
import { type Calendar } from '@duly/law';
import { Register } from '@duly/register';
import { CaseTerms } from '../opening/case-terms.js';

/** By which public holidays and schedules new cases are judged: the newest there are. */
@Injectable()
export class CalendarsInForce {
  constructor(
    private readonly register: Register,
    private readonly terms: CaseTerms,
  ) {}

  /** The newest calendar and the schedules in force, with the settings of this process. */
  async termsForNewCases(): Promise<CaseTerms> {
    const [calendar, schedules] = await Promise.all([
      this.forCasesOf(this.terms.calendar.name),
      this.register.schedules.inForce(),
    ]);
    return new CaseTerms(calendar, this.terms.settings, schedules);
  }

  /** Of the name that a case has been judged by so far. */
  async forCasesOf(name: string): Promise<Calendar> {
    const newest = await this.register.calendars.newest(name);
    if (!newest) throw new Error(`No version of the calendar ${name} is stored.`);
    return newest;
  }
}
