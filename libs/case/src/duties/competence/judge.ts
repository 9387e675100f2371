import {
  given,
  refused,
  refuseWithoutReasons,
  type Judgement,
  type Judgements,
  type Judging,
} from '../../decide/judging.js';
import type { AssessCompetence, CompetenceCommand } from './commands.js';
import { competenceIn } from './standing.js';

/** R48 — recorded once for all cases of the request; a later one counts instead of an earlier one. */
function assessCompetence(_judging: Judging, command: AssessCompetence): Judgement {
  const { aged, livesIn, competent, agrees = false, reasons, occasion } = command;
  const law = competenceIn({ aged, livesIn });
  if (law.competence === 'adult') {
    return refused(
      'not-a-child',
      'Age of Legal Capacity (Scotland) Act 1991 s.1 (R48)',
      {
        message: 'In Scotland a person of 16 has full capacity: there is nothing to assess.',
        remedy: 'Ask whoever acts for them to show their authority (`ask-for-authority`).',
      },
      { aged, livesIn },
    );
  }
  const cite = `${law.cite} (R48)`;
  const assessed = { aged, livesIn, competent, agrees, reasons, ...given('occasion', occasion) };
  return (
    refuseWithoutReasons(reasons, cite, 'The assessment') ?? [
      { type: 'CompetenceAssessed', cite, ...assessed },
    ]
  );
}

export const competenceJudgements: Judgements<CompetenceCommand> = { 'assess-competence': assessCompetence };
