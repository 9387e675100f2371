import type { Calendar } from '@duly/law';
import type { Register } from '@duly/register';
import type { Log } from '../log/log.js';
import { lostIn } from './judge-import.js';

/** Who stores what comes with the program itself. */
const thisProgram = 'duly';

/**
 * Stores the calendars that the program comes with, or was given a file of. What administrators have imported meanwhile goes before: a
 * calendar that knows less than what is stored is not taken.
 */
export async function beginCalendars(register: Register, given: Iterable<Calendar>, log: Log): Promise<void> {
  for (const calendar of given) {
    const stored = await register.calendars.versions(calendar.name);
    if (stored.some(({ version }) => version === calendar.version)) continue;
    await register.calendars.change(calendar.name, thisProgram, known => {
      if (!known) return { calendar, changes: [] };
      const lost = lostIn(known, calendar);
      if (lost.length === 0)
        return { calendar, changes: [`${calendar.name}: a new version came with the program.`] };
      const about = { calendar: calendar.name, version: calendar.version, lost };
      log.warn(about, 'a calendar was not taken, since it knows less than the one that is stored');
      return { calendar: known, changes: [] };
    });
  }
}
