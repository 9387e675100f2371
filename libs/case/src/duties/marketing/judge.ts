import { refuseDay, type Judgement, type Judgements, type Judging } from '../../decide/judging.js';
import type { CaseFile } from '../../case-file.js';
import { receivedOn, sinceOpened } from '../../what-happened.js';
import type { Owed } from '../owed.js';
import type { AskWhichRecord, MarketingCommand, PassOnObjection } from './commands.js';

const cite = 'UK GDPR Art 21(3) (R61)';

function askWhichRecord(_judging: Judging, { words }: AskWhichRecord): Judgement {
  return [{ type: 'RecordQuestionDecided', cite, words }];
}

function passOnObjection(judging: Judging, { on, words }: PassOnObjection): Judgement {
  return (
    refuseDay(judging, { on }, receivedOn(judging.file)) ?? [{ type: 'ObjectionPassedOn', cite, on, words }]
  );
}

export const marketingJudgements: Judgements<MarketingCommand> = {
  'ask-which-record': askWhichRecord,
  'pass-on-objection': passOnObjection,
};

/** R61 — the stop holds only where those who send for us know of it. */
export function passingOnOwed(file: CaseFile): Owed | undefined {
  if (sinceOpened(file).some(({ type }) => type === 'ObjectionPassedOn')) return undefined;
  return {
    duty: 'objection-passed-on',
    cite,
    toDo: 'Tell those who send marketing for us or had the data from us, pull what is queued, and record it (`pass-on-objection`).',
  };
}
