import type { CaseFile } from '../../case-file.js';
import { closingOf } from '../../closing.js';
import {
  given,
  refused,
  refuseDay,
  refuseWithoutReasons,
  type Judgement,
  type Judgements,
  type Judging,
} from '../../decide/judging.js';
import type { CaseRefusal } from '../../refusals.js';
import { everyOne, lastOne, receivedOn } from '../../what-happened.js';
import { notOnRecord } from '../not-on-record.js';
import type { Owed } from '../owed.js';
import { lastMeasure, stillToTell } from './told.js';
import type { RecipientCommand, RecordNoRecipients, RecordRecipientOutcome } from './commands.js';

const cite = 'UK GDPR Art 19 (R45)';

function isListed(file: CaseFile): boolean {
  return everyOne(file, 'RecipientNamed').length > 0 || lastOne(file, 'NoRecipientsRecorded') !== undefined;
}

/** What is named after the case has closed is somebody to be told; where nothing was done there is nothing to tell them, ever. */
function refuseNothingDone({ file }: Judging): CaseRefusal | undefined {
  const closing = closingOf(file);
  if (!closing || lastMeasure(file)) return undefined;
  return refused(
    'not-on-record',
    cite,
    {
      message: `Nothing had been corrected, erased or restricted when the case closed on ${closing.on}, so nobody is to be told.`,
      remedy: 'Add a note; or reopen the case, with the reasons, if something is still to be done.',
    },
    { what: 'measure', number: null },
  );
}

function recordNoRecipients(judging: Judging, { reasons }: RecordNoRecipients): Judgement {
  const { file } = judging;
  const early = refuseNothingDone(judging);
  if (early) return early;
  if (everyOne(file, 'RecipientNamed').length === 0) return [{ type: 'NoRecipientsRecorded', cite, reasons }];
  return refused(
    'contradicts-facts',
    cite,
    {
      message: 'A recipient is on record already.',
      remedy: 'Record what became of telling each; one named by mistake can be taken back (`take-back`).',
    },
    { field: 'recipients' },
  );
}

/** Nobody is told of what has not been done: a recipient is told on the day of the last measure, or after it. */
function refuseBeforeMeasure(
  judging: Judging,
  { outcome, on }: RecordRecipientOutcome,
): CaseRefusal | undefined {
  if (outcome !== 'told') return undefined;
  const measure = lastMeasure(judging.file);
  if (measure) return refuseDay(judging, { on }, measure.on);
  return refused(
    'not-on-record',
    cite,
    {
      message: 'Nothing has been corrected, erased or restricted yet, so there is nothing to tell.',
      remedy: 'Record what was done first; then tell the recipient of it.',
    },
    { what: 'measure', number: null },
  );
}

/** Art 19 — told, unless that is impossible or takes disproportionate effort; then with the reasons. */
function recordOutcome(judging: Judging, command: RecordRecipientOutcome): Judgement {
  const { recipient, outcome, on, reasons } = command;
  const named = everyOne(judging.file, 'RecipientNamed').some(({ number }) => number === recipient);
  return (
    (named ? undefined : notOnRecord(cite, 'recipient', recipient)) ??
    (outcome === 'told' ? undefined : refuseWithoutReasons(reasons, cite, 'Leaving a recipient untold')) ??
    refuseBeforeMeasure(judging, command) ??
    refuseDay(judging, { on }, receivedOn(judging.file)) ?? [
      { type: 'RecipientOutcomeRecorded', cite, on, recipient, outcome, ...given('reasons', reasons) },
    ]
  );
}

function refuseUnlisted(file: CaseFile): CaseRefusal | undefined {
  return isListed(file) ? undefined : notOnRecord(cite, 'recipient', null);
}

export const recipientJudgements: Judgements<RecipientCommand> = {
  'name-recipient': (judging, { words }) =>
    refuseNothingDone(judging) ?? [{ type: 'RecipientNamed', cite, words }],
  'record-no-recipients': recordNoRecipients,
  'record-recipient-outcome': recordOutcome,
  'disclose-recipients': (judging, { on }) =>
    refuseDay(judging, { on }, receivedOn(judging.file)) ??
    refuseUnlisted(judging.file) ?? [{ type: 'RecipientsDisclosureDecided', cite, on }],
};

/** R45 — owed once something was corrected, erased or restricted: all are named, and each has an outcome. */
export function recipientsOwed(file: CaseFile): Owed | undefined {
  const open = stillToTell(file);
  if (!lastMeasure(file) || (isListed(file) && open.length === 0)) return undefined;
  const owed = { duty: 'recipients', cite, isOwedByPart: true } as const;
  return open.length > 0
    ? { ...owed, toDo: `Tell each recipient, and record it (\`record-recipient-outcome\`).` }
    : {
        ...owed,
        toDo: 'Name each recipient of the data (`name-recipient`), or record that there is none (`record-no-recipients`).',
      };
}
