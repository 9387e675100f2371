import type { CommandAnswerBody } from '@duly/api-contract';
import type { CommandAnswer } from '@duly/case-protocol';
import { caseItem } from '../cases/case-item.js';

/** What a case answered to a command, as the API tells it. */
export const answerBody = ({ version, events, summary, posted }: CommandAnswer): CommandAnswerBody => ({
  version,
  events: [...events],
  case: caseItem(summary),
  ...(posted && { posted: [...posted] }),
});
