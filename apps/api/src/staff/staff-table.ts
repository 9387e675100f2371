import { Injectable } from '@nestjs/common';
import {
  roles,
  type KeepStaffBody,
  type StaffList,
  type StaffQuery,
  type StaffView,
} from '@duly/api-contract';
import { Register, type StaffMember } from '@duly/register';
import { toCivilDate } from '@duly/law';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { successStatuses } from '../http-status.js';
import { noSuchStaff } from './staff-errors.js';
import { StaffLine } from './staff-line.js';
import { StaffOfCalls } from './staff-of-calls.js';

function staffView(member: StaffMember): StaffView {
  const { staffId: id, name, email, team, manager, absence, hasSignedIn, wantsDigest } = member;
  return {
    id,
    name,
    team,
    roles: roles.filter(role => member.roles.includes(role)),
    manager,
    absence: absence && {
      from: toCivilDate(absence.from),
      until: absence.until === null ? null : toCivilDate(absence.until),
      cover: absence.cover,
    },
    hasEmail: email !== null,
    hasSignedIn,
    wantsDigest,
  };
}

/** The staff table: what sign-ins tell, and what an administrator keeps beside it so that letters to staff find their readers. */
@Injectable()
export class StaffTable {
  constructor(
    private readonly register: Register,
    private readonly calls: Calls,
    private readonly staff: StaffOfCalls,
    private readonly line: StaffLine,
  ) {}

  async list({ team, limit, cursor }: StaffQuery): Promise<StaffList> {
    const page = await this.register.staff.list(team === undefined ? {} : { team }, {
      ...(limit !== undefined && { limit }),
      ...(cursor !== undefined && { cursor }),
    });
    return { staff: page.items.map(staffView), next: page.next ?? null };
  }

  /** Answers with the opaque id alone, since what a call is answered is kept. @throws ApiError where the manager is nobody, or nobody would act for somebody who is away */
  keep(call: Call, { subject, ...set }: KeepStaffBody): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId: by }) => {
      const id = await this.staff.idOfSubject(subject);
      await this.mustLead(set.manager, id);
      await this.line.kept(() => this.register.staff.keep({ ...set, staffId: id }, by));
      return { status: successStatuses.ok, body: { id } };
    });
  }

  private async mustLead(manager: string | null | undefined, led: string): Promise<void> {
    if (!manager) return;
    if (manager === led) throw noSuchStaff('manager');
    const member = await this.register.staff.byId(manager);
    if (!member || member.hasLeft) throw noSuchStaff('manager');
  }
}
