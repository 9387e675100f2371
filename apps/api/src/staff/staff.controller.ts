import { Controller } from '@nestjs/common';
import { staffRoutes, type KeepStaffBody, type StaffQuery } from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { Body, Query } from '../routing/checked.js';
import { Serves } from '../routing/serves.js';
import { StaffTable } from './staff-table.js';

/** Staff: who they are to others, kept by an administrator and by their own sign-ins. */
@Controller()
export class StaffController {
  constructor(private readonly table: StaffTable) {}

  @Serves(staffRoutes.listStaff, 'read staff')
  list(@Query() query: StaffQuery) {
    return this.table.list(query);
  }

  @Serves(staffRoutes.keepStaff, 'keep staff')
  keep(@TheCall() call: Call, @Body() body: KeepStaffBody): Promise<Answer> {
    return this.table.keep(call, body);
  }
}
