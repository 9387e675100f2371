import { refuseDay, refused, type Judgement, type Judgements, type Judging } from '../../decide/judging.js';
import type { CaseFile } from '../../case-file.js';
import { lastOne, receipt, receivedOn, sinceOpened } from '../../what-happened.js';
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

/** R61 — the person objected, and by nothing that is known of them can marketing be kept from them yet. */
export const isUnlisted = (file: CaseFile): boolean =>
  receipt(file).unlisted === true && lastOne(file, 'ObjectorListed') === undefined;

function listObjector({ file }: Judging): Judgement {
  if (isUnlisted(file)) return [{ type: 'ObjectorListed', cite }];
  return refused(
    'nothing-awaited',
    cite,
    {
      message: 'The person is on the list of those who get no marketing already.',
      remedy: 'Nothing has to be done. A further address or number is added to the list alone.',
    },
    { what: 'way-to-reach' },
  );
}

export const marketingJudgements: Judgements<MarketingCommand> = {
  'ask-which-record': askWhichRecord,
  'pass-on-objection': passOnObjection,
  'list-objector': listObjector,
};

/** R61 — until the list knows the person by something, marketing may still reach them. */
export function listingOwed(file: CaseFile): Owed | undefined {
  if (!isUnlisted(file)) return undefined;
  return {
    duty: 'objector-listed',
    cite,
    toDo: 'Find by which address or number our marketing reaches the person, and put it on the list (`POST /v1/suppressions`).',
    isOwedByPart: true,
  };
}

/** R61 — the stop holds only where those who send for us know of it. */
export function passingOnOwed(file: CaseFile): Owed | undefined {
  if (sinceOpened(file).some(({ type }) => type === 'ObjectionPassedOn')) return undefined;
  return {
    duty: 'objection-passed-on',
    cite,
    toDo: 'Tell those who send marketing for us or had the data from us, pull what is queued, and record it (`pass-on-objection`).',
  };
}
