import type { CaseCommand } from '../commands.js';
import { correctionVerbs, type CorrectionCommand } from '../duties/correction/commands.js';
import { decisionVerbs, type DecisionCommand } from '../duties/decision/commands.js';
import { erasureVerbs, type ErasureCommand } from '../duties/erasure/commands.js';
import { recipientVerbs, type RecipientCommand } from '../duties/recipients/commands.js';
import { restrictionVerbs, type RestrictionCommand } from '../duties/restriction/commands.js';
import { complaintVerbs, type ComplaintCommand } from '../duties/complaint/commands.js';
import { marketingVerbs, type MarketingCommand } from '../duties/marketing/commands.js';
import { exemptionVerbs, type ExemptionCommand } from '../duties/exemptions/commands.js';
import { particularsVerbs, type ParticularsCommand } from '../duties/particulars/commands.js';
import { othersVerbs, type OthersCommand } from '../duties/others/commands.js';
import { portabilityVerbs, type PortabilityCommand } from '../duties/portability/commands.js';
import { searchVerbs, type SearchCommand } from '../duties/search/commands.js';
import { weighingVerbs, type WeighingCommand } from '../duties/weighing/commands.js';

/** The commands that belong to a duty; not every right has it. */
export type DutyCommand =
  | SearchCommand
  | CorrectionCommand
  | RecipientCommand
  | RestrictionCommand
  | WeighingCommand
  | DecisionCommand
  | ErasureCommand
  | ComplaintCommand
  | MarketingCommand
  | ExemptionCommand
  | ParticularsCommand
  | OthersCommand
  | PortabilityCommand;
export type DutyVerb = DutyCommand['verb'];

const everyDutyVerb: Readonly<Record<DutyVerb, object>> = {
  ...searchVerbs,
  ...correctionVerbs,
  ...recipientVerbs,
  ...restrictionVerbs,
  ...weighingVerbs,
  ...decisionVerbs,
  ...erasureVerbs,
  ...complaintVerbs,
  ...marketingVerbs,
  ...exemptionVerbs,
  ...particularsVerbs,
  ...othersVerbs,
  ...portabilityVerbs,
};

export function isOfDuty(command: CaseCommand): command is DutyCommand {
  return Object.hasOwn(everyDutyVerb, command.verb);
}
