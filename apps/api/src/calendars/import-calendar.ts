import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CalendarImport, CalendarImported, CalendarTried, CalendarView } from '@duly/api-contract';
import { clockInputOf, londonDateAt, type CaseFile } from '@duly/case';
import { clock, isClockError, openCalendar, type Calendar, type CivilDate, type Instant } from '@duly/law';
import { Register } from '@duly/register';
import { CaseFiles } from '../cases/case-files.js';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { Clock } from '../clock.js';
import { caseDesk, DeskAway, type CaseDesk } from '../desk/case-desk.js';
import { successStatuses } from '../http-status.js';
import { ApiError } from '../problem/api-error.js';
import { judgeImport } from './judge-import.js';

const noSuchCalendar = new ApiError('no-such-calendar', {
  detail: 'No calendar of this name is known.',
  remedy: 'Use england-and-wales, scotland or northern-ireland, or name it in CALENDAR_FILE first.',
});

const hashOf = (body: CalendarImport): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16);

/** The date that these public holidays give for the facts of a case; null where no date binds. */
function dueDateBy(calendar: Calendar, file: CaseFile): CivilDate | null {
  const result = clock(clockInputOf(file), new Map([[calendar.name, openCalendar(calendar)]]));
  return isClockError(result) ? null : result.effectiveDueDate;
}

/** A new state of the public holidays: stored for good, then told to the cases whose dates move (R20). */
@Injectable()
export class ImportCalendar {
  constructor(
    private readonly calls: Calls,
    private readonly clock: Clock,
    private readonly register: Register,
    private readonly files: CaseFiles,
    @Inject(caseDesk) private readonly desk: CaseDesk,
  ) {}

  import(call: Call, name: string, body: CalendarImport): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      const today = londonDateAt(this.clock.now().getTime() as Instant);
      const hash = hashOf(body);
      const imported = await this.register.calendars.change(name, staffId, known => {
        if (!known) throw noSuchCalendar;
        return judgeImport(known, { body, hash, today });
      });
      if (imported.waiting > 0) await this.tellCases(name);
      const view: CalendarImported = {
        calendar: name,
        version: imported.calendar.version,
        isNew: imported.isNew,
        changes: [...imported.changes],
        casesToTell: imported.waiting,
      };
      return { status: successStatuses.ok, body: view };
    });
  }

  /** What an import would do, and to which open cases; nothing changes. */
  async foresee(name: string, body: CalendarImport): Promise<CalendarTried> {
    const today = londonDateAt(this.clock.now().getTime() as Instant);
    const { calendar, changes, cases, casesInAll } = await this.register.calendars.tryChange(name, known => {
      if (!known) throw noSuchCalendar;
      return judgeImport(known, { body, hash: hashOf(body), today });
    });
    return {
      calendar: name,
      changes: [...changes],
      casesInAll,
      cases: await Promise.all(
        cases.map(async ({ caseId, run, reference, right, dueDate }) => {
          const dueDateAfter = dueDateBy(calendar, await this.files.load({ caseId, run }));
          return { id: caseId, reference, right, dueDate, dueDateAfter };
        }),
      ),
    };
  }

  async read(name: string): Promise<CalendarView> {
    const versions = await this.register.calendars.versions(name);
    if (versions.length === 0) throw noSuchCalendar;
    return {
      calendar: name,
      versions: versions.map(version => ({ ...version, changes: [...version.changes] })),
    };
  }

  /** Cases that come to be concerned later, or were opened by an older version a moment ago, are found here. */
  async tellWhoIsConcerned(): Promise<void> {
    for (const name of await this.register.calendars.names())
      if ((await this.register.calendars.findCases(name)) > 0) await this.tellCases(name);
  }

  /** Where Temporal is away, whoever looks next for cases that wait tells them. */
  private async tellCases(name: string): Promise<void> {
    try {
      await this.desk.startCalendarChange(name);
    } catch (error) {
      if (!(error instanceof DeskAway)) throw error;
    }
  }
}
