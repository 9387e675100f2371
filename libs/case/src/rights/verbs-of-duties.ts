import type { CaseCommand } from '../commands.js';
import { searchVerbs, type SearchCommand } from '../duties/search/commands.js';

/** The commands that belong to a duty; not every right has it. */
export type DutyCommand = SearchCommand;
export type DutyVerb = DutyCommand['verb'];

const everyDutyVerb: Readonly<Record<DutyVerb, object>> = { ...searchVerbs };

export function isOfDuty(command: CaseCommand): command is DutyCommand {
  return Object.hasOwn(everyDutyVerb, command.verb);
}
