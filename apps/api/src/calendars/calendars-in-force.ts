import { Injectable } from '@nestjs/common';
import { type Calendar } from '@duly/law';
import { Register } from '@duly/register';
import { CaseTerms } from '../opening/case-terms.js';

/** By which public holidays new cases are judged: the newest version there is. */
@Injectable()
export class CalendarsInForce {
  constructor(
    private readonly register: Register,
    private readonly terms: CaseTerms,
  ) {}

  async forNewCases(): Promise<Calendar> {
    return this.forCasesOf(this.terms.calendar.name);
  }

  /** Of the name that a case has been judged by so far. */
  async forCasesOf(name: string): Promise<Calendar> {
    const newest = await this.register.calendars.newest(name);
    if (!newest) throw new Error(`No version of the calendar ${name} is stored.`);
    return newest;
  }
}
