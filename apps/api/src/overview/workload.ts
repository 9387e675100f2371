import { Injectable } from '@nestjs/common';
import { mayDo, roles, type WorkloadQuery, type WorkloadView } from '@duly/api-contract';
import { londonDateAt } from '@duly/case';
import { toCivilDate, type Instant } from '@duly/law';
import { Register, type InHand, type StaffMember } from '@duly/register';
import { Clock } from '../clock.js';
import type { Caller } from '../sign-in/caller.js';
import { StaffOfCalls } from '../staff/staff-of-calls.js';

const nothing = { cases: 0, late: 0, alarms: 0, dueSoon: 0, tasks: 0 };
/** A team of more is read by its own name. */
const mostStaff = 1_000;

/** Who has how much: counted from the register at the moment of reading. */
@Injectable()
export class ReadWorkload {
  constructor(
    private readonly register: Register,
    private readonly clock: Clock,
    private readonly staff: StaffOfCalls,
  ) {}

  async read(caller: Caller, { team }: WorkloadQuery): Promise<WorkloadView> {
    // Whoever looks is among the staff from now on, so that others can be covered by them.
    await this.staff.idOf(caller);
    const today = londonDateAt(this.clock.now().getTime() as Instant);
    const [{ inHand, weeks }, staff] = await Promise.all([
      this.register.statistics.workload(today, team),
      this.everybody(team),
    ]);
    const held = new Map(inHand.map(one => [one.staffId, loadOf(one)]));
    const names = new Map(staff.map(({ staffId, name }) => [staffId, name]));
    const covers = staff.flatMap(({ absence }) => absence?.cover ?? []);
    for (const [id, name] of await this.register.staff.namesOf(covers)) names.set(id, name);
    return {
      today,
      nobody: held.get(null) ?? nothing,
      people: staff
        .filter(member => held.has(member.staffId) || mayWork(member))
        .map(({ staffId, name, absence, ...member }) => ({
          staff: staffId,
          name,
          team: member.team,
          absence: absence && {
            from: toCivilDate(absence.from),
            until: absence.until === null ? null : toCivilDate(absence.until),
            cover: absence.cover,
          },
          coverName: absence?.cover ? (names.get(absence.cover) ?? null) : null,
          ...(held.get(staffId) ?? nothing),
        }))
        .sort((one, other) => one.name.localeCompare(other.name, 'en-GB')),
      weeks: [...weeks],
    };
  }

  private async everybody(team: string | undefined): Promise<readonly StaffMember[]> {
    const staff: StaffMember[] = [];
    for (let cursor: string | undefined; staff.length < mostStaff;) {
      const asked = { limit: 200, ...(cursor !== undefined && { cursor }) };
      const page = await this.register.staff.list(team === undefined ? {} : { team }, asked);
      staff.push(...page.items);
      if (page.next === undefined) break;
      cursor = page.next;
    }
    return staff;
  }
}

function loadOf({ cases, late, alarms, dueSoon, tasks }: InHand) {
  return { cases, late, alarms, dueSoon, tasks };
}

const mayWork = (member: StaffMember): boolean =>
  mayDo(
    roles.filter(role => member.roles.includes(role)),
    'work tasks',
  );
