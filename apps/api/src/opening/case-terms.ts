import {
  defaultCaseSettings,
  particularNames,
  type CaseRight,
  type CaseSettings,
  type ReminderSchedule,
} from '@duly/case';
import type { Calendar } from '@duly/law';
import type { ApiSettings } from '@duly/settings';
import { calendarsFrom } from '../calendars/calendars-from.js';

/** What every new case is started with. It travels with the case; the public holidays and the schedule alone change under it, by an Update. */
export class CaseTerms {
  constructor(
    /** As the program came with it; new cases are judged by its newest version. */
    readonly calendar: Calendar,
    readonly settings: CaseSettings,
    /** The schedules of reminders that somebody has put in the place of what the settings say. */
    readonly schedules: ReadonlyMap<CaseRight, ReminderSchedule> = new Map(),
  ) {}

  /** What a new case of a right lives by. */
  settingsFor(right: CaseRight): CaseSettings {
    const schedule = this.schedules.get(right);
    return schedule ? { ...this.settings, schedule } : this.settings;
  }
}

function settingsOf(settings: ApiSettings): CaseSettings {
  return {
    ...defaultCaseSettings,
    alarmWindowSeconds: settings.alarmWindow,
    dueSoonBefore: settings.warnBefore,
    remindRequesterAfter: settings.remindAfter,
    abandonAfter: settings.abandonAfter,
    enquiryAfter: settings.enquiryAfter,
    duties: settings.duties,
    fees: { currency: settings.currency, ceiling: settings.feeCeiling },
    approvalNear: settings.approvalNear,
    complaintProgressEvery: settings.complaintProgressEvery,
    postedCountsAfter: settings.postedCountsAfter,
    tellRecipientsWithin: settings.tellRecipientsWithin,
    sharedParticulars: particularNames.filter(name => settings.accessParticulars[name] !== undefined),
    approvals: {
      refusals: settings.approveRefusals,
      fees: settings.approveFees,
      extensions: settings.approveExtensions,
      exemptions: settings.approveExemptions,
      disclosures: settings.approveDisclosures,
    },
  };
}

/** Read once at the start. @throws Error in words when the file of calendars cannot be used. */
export function termsFrom(settings: ApiSettings): CaseTerms {
  const calendar = calendarsFrom(settings.calendarFile).get(settings.calendar);
  if (!calendar) throw new Error(`There is no calendar named ${settings.calendar}.`);
  return new CaseTerms(calendar, settingsOf(settings));
}
