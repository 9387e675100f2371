import { Controller } from '@nestjs/common';
import { complaintRoutes, type OpenComplaint } from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { OpenRequest } from '../opening/open-request.js';
import { Body } from '../routing/checked.js';
import { Serves } from '../routing/serves.js';

/** Complaints are opened like any request; their case lives by a clock of its own (DPA 2018 s.164A). */
@Controller()
export class ComplaintsController {
  constructor(private readonly opening: OpenRequest) {}

  @Serves(complaintRoutes.openComplaint, 'open requests')
  open(@TheCall() call: Call, @Body() body: OpenComplaint): Promise<Answer> {
    return this.opening.open(call, { ...body, rights: ['complaint'] });
  }
}
