import { Controller } from '@nestjs/common';
import {
  staffingRoutes,
  staffRoutes,
  type AbsenceBody,
  type AssignBody,
  type AssignmentRulesView,
  type KeepStaffBody,
  type LeaveBody,
  type OwnLettersBody,
  type StaffQuery,
} from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { Body, Params, Query } from '../routing/checked.js';
import type { Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import { StaffTable } from './staff-table.js';
import { Staffing } from './staffing.js';

/** Staff: who they are to others, kept by an administrator and by their own sign-ins; and who has the work. */
@Controller()
export class StaffController {
  constructor(
    private readonly table: StaffTable,
    private readonly staffing: Staffing,
  ) {}

  @Serves(staffRoutes.listStaff, 'read staff')
  list(@Query() query: StaffQuery) {
    return this.table.list(query);
  }

  @Serves(staffRoutes.keepStaff, 'keep staff')
  keep(@TheCall() call: Call, @Body() body: KeepStaffBody): Promise<Answer> {
    return this.table.keep(call, body);
  }

  @Serves(staffingRoutes.planOwnAbsence, 'plan own absence')
  planOwnAbsence(@TheCall() call: Call, @Body() body: AbsenceBody): Promise<Answer> {
    return this.staffing.planOwnAbsence(call, body);
  }

  @Serves(staffingRoutes.chooseOwnLetters, 'choose own letters')
  chooseOwnLetters(@TheCall() call: Call, @Body() body: OwnLettersBody): Promise<Answer> {
    return this.staffing.chooseOwnLetters(call, body);
  }

  @Serves(staffingRoutes.planAbsence, 'assign tasks')
  planAbsence(@TheCall() call: Call, @Params() { id }: Named, @Body() body: AbsenceBody): Promise<Answer> {
    return this.staffing.planAbsence(call, id, body);
  }

  @Serves(staffingRoutes.staffLeaves, 'keep staff')
  leave(@TheCall() call: Call, @Params() { id }: Named, @Body() body: LeaveBody): Promise<Answer> {
    return this.staffing.leave(call, id, body);
  }

  @Serves(staffingRoutes.assignCase, 'assign tasks')
  assign(@TheCall() call: Call, @Params() { id }: Named, @Body() body: AssignBody): Promise<Answer> {
    return this.staffing.assign(call, id, body);
  }

  @Serves(staffingRoutes.listAssignmentRules, 'read staff')
  rules(): Promise<AssignmentRulesView> {
    return this.staffing.rules();
  }

  @Serves(staffingRoutes.keepAssignmentRules, 'assign tasks')
  keepRules(@TheCall() call: Call, @Body() body: AssignmentRulesView): Promise<Answer> {
    return this.staffing.keepRules(call, body);
  }
}
