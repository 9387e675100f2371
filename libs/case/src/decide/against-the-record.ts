import type { CaseFile } from '../case-file.js';
import type { Answer, Refuse } from '../commands.js';
import { neverReached } from '../never-reached.js';
import type { CaseRefusal } from '../refusals.js';
import type { Granted } from '../rights/right-rules.js';
import { grantedBy, rulesOf } from '../rights/rules-of.js';
import { sinceOpened } from '../what-happened.js';
import { refused } from './judging.js';

const remedies: Readonly<Record<Granted, string>> = {
  wholly: 'Answer; refuse only on another ground than that the right does not apply.',
  partly: 'Answer the part that is granted, and refuse the rest, each with its letter.',
  'at-least-partly': 'Answer; a part that the right does not reach can be refused, with a letter of its own.',
  'not-at-all': 'Refuse, with reasons: then the person hears how to complain (Art 12(4)).',
};

/** Whether the other half, which the record grants or does not grant, has been decided in part already. */
function hasOtherPart(file: CaseFile, verb: 'answer' | 'refuse'): boolean {
  const other = verb === 'answer' ? 'RefusalDecided' : 'AnswerDecided';
  return sinceOpened(file).some(event => event.type === other);
}

function saysOtherwise(file: CaseFile, command: Answer | Refuse, granted: Granted): boolean {
  const isAnswer = command.verb === 'answer';
  if (!isAnswer && command.ground !== 'right-does-not-apply') return false;
  switch (granted) {
    case 'wholly':
      return !isAnswer;
    case 'partly':
      return command.extent === 'wholly' && !hasOtherPart(file, command.verb);
    case 'at-least-partly':
      return !isAnswer && command.extent === 'wholly' && !hasOtherPart(file, 'refuse');
    case 'not-at-all':
      return isAnswer;
    default:
      return neverReached(granted);
  }
}

/** UK GDPR Arts 5(1)(a), 12(4) — the letter says what was decided: no yes where the record says no, and no no where it says yes. */
export function refuseAgainstTheRecord(file: CaseFile, command: Answer | Refuse): CaseRefusal | undefined {
  const granted = grantedBy(file);
  if (granted === undefined || !saysOtherwise(file, command, granted)) return undefined;
  return refused(
    'decided-otherwise',
    rulesOf(file).cite,
    {
      message: `What was found and recorded grants the request ${granted.replaceAll('-', ' ')}.`,
      remedy: `${remedies[granted]} Or take back first what was recorded by mistake (\`take-back\`).`,
    },
    { granted },
  );
}
