import type { EscalationToManagerData } from '../data/absolute-rights.js';
import { line, paragraph } from '../document/block.js';
import type { Template } from '../template.js';
import { theCase } from '../wording/staff.js';

/** Tells the manager that somebody waits for their word on a case (R33). Why, stands with the case: a mailbox is no place for it. */
export const escalationToManager: Template<EscalationToManagerData> = {
  version: 1,
  mustState: () => [],
  write: data => ({
    subject: 'You are asked to look at a case',
    blocks: [
      paragraph(line`${data.askedBy ?? 'A colleague'} asks you to look at this case.`),
      ...theCase(data),
      paragraph('Their reasons are with the case. Please reply there with a note.'),
    ],
  }),
};
