import { Injectable } from '@nestjs/common';
import type {
  AbsenceBody,
  AssignBody,
  AssignmentRulesView,
  LeaveBody,
  OwnLettersBody,
} from '@duly/api-contract';
import { Register } from '@duly/register';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { CaseReads } from '../cases/case-reads.js';
import { caseRow } from '../cases/case-view.js';
import { notYetThere } from '../commands/command-errors.js';
import { successStatuses } from '../http-status.js';
import { mustTakeWork, noStaffWithId, ownLeaving } from './staff-errors.js';
import { StaffLine } from './staff-line.js';
import { StaffOfCalls } from './staff-of-calls.js';

/** Who has the work: by rule and by hand, while somebody is away, and when they leave. */
@Injectable()
export class Staffing {
  constructor(
    private readonly register: Register,
    private readonly calls: Calls,
    private readonly cases: CaseReads,
    private readonly staff: StaffOfCalls,
    private readonly line: StaffLine,
  ) {}

  assign(call: Call, caseId: string, body: AssignBody): Promise<Answer> {
    const [handler, team] = [body.handler ?? null, body.team ?? null];
    return this.calls.once(call, {}, async ({ staffId }) => {
      const found = await this.cases.found(caseId);
      if (handler !== null) await this.mustWorkHere('handler', handler);
      // A case that was accepted a moment ago has no row yet to give.
      if (!(await this.register.tasks.giveCase(caseId, { handler, team }, staffId)))
        throw notYetThere(found.version);
      return { status: successStatuses.ok, body: caseRow(await this.cases.found(caseId)) };
    });
  }

  planOwnAbsence(call: Call, body: AbsenceBody): Promise<Answer> {
    return this.calls.once(call, {}, ({ staffId }) => this.absent(staffId, body, staffId));
  }

  chooseOwnLetters(call: Call, { digest }: OwnLettersBody): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      await this.register.staff.wishDigest(staffId, digest);
      return { status: successStatuses.ok, body: { id: staffId } };
    });
  }

  planAbsence(call: Call, staffId: string, body: AbsenceBody): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId: by }) => {
      await this.mustExist(staffId);
      return this.absent(staffId, body, by);
    });
  }

  leave(call: Call, staffId: string, body: LeaveBody): Promise<Answer> {
    const to = body.to ?? null;
    return this.calls.once(call, {}, async ({ staffId: by }) => {
      await this.mustExist(staffId);
      if (staffId === by) throw ownLeaving;
      if (to !== null) await this.mustWorkHere('to', to === staffId ? '' : to);
      const left = await this.line.kept(() => this.register.staff.leave(staffId, to, by));
      this.staff.forget();
      return { status: successStatuses.ok, body: left };
    });
  }

  async rules(): Promise<AssignmentRulesView> {
    const rules = await this.register.assignmentRules.list();
    return { rules: rules.map(({ rights, ...rule }) => ({ ...rule, rights: rights && [...rights] })) };
  }

  keepRules(call: Call, { rules }: AssignmentRulesView): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      await this.register.assignmentRules.replace(rules, staffId);
      return { status: successStatuses.ok, body: await this.rules() };
    });
  }

  private async absent(staffId: string, { absence }: AbsenceBody, by: string): Promise<Answer> {
    if (absence?.cover) await this.mustWorkHere('cover', absence.cover);
    await this.line.kept(() => this.register.staff.keepAbsence(staffId, absence, by));
    return { status: successStatuses.ok, body: { id: staffId } };
  }

  private async mustExist(staffId: string): Promise<void> {
    if (!(await this.register.staff.byId(staffId))) throw noStaffWithId;
  }

  private async mustWorkHere(field: 'handler' | 'cover' | 'to', staffId: string): Promise<void> {
    mustTakeWork(field, await this.register.staff.byId(staffId));
  }
}
