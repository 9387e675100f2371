import { given, refuseDay, type Judgement, type Judgements, type Judging } from '../../decide/judging.js';
import type { Owed } from '../owed.js';
import { sinceOpened, receivedOn } from '../../what-happened.js';
import type { CaseFile } from '../../case-file.js';
import type { RecordSearch, SearchCommand } from './commands.js';

const cite = 'UK GDPR Art 15(1A) (R36)';

/** R36 — the record of a reasonable and proportionate search; a second one adds to the first. */
function recordSearch(judging: Judging, { on, words, leftOut }: RecordSearch): Judgement {
  return (
    refuseDay(judging, { on }, receivedOn(judging.file)) ?? [
      { type: 'SearchRecorded', cite, on, words, ...given('leftOut', leftOut) },
    ]
  );
}

export const searchJudgements: Judgements<SearchCommand> = { 'record-search': recordSearch };

/** R36 — nobody can answer for what they have not looked for. */
export function searchOwed(file: CaseFile): Owed | undefined {
  if (sinceOpened(file).some(({ type }) => type === 'SearchRecorded')) return undefined;
  return { duty: 'search', cite, toDo: 'Record where was looked, and for what (`record-search`).' };
}
