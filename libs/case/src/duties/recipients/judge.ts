import type { CaseFile } from '../../case-file.js';
import {
  given,
  refused,
  refuseDay,
  refuseWithoutReasons,
  type Judgement,
  type Judgements,
  type Judging,
} from '../../decide/judging.js';
import type { EventOf } from '../../events.js';
import type { CaseRefusal } from '../../refusals.js';
import { everyOne, lastOne, receivedOn } from '../../what-happened.js';
import { notOnRecord } from '../not-on-record.js';
import type { Owed } from '../owed.js';
import type { RecipientCommand, RecordNoRecipients, RecordRecipientOutcome } from './commands.js';

const cite = 'UK GDPR Art 19 (R45)';

/** Those of whom nobody knows yet whether they were told. */
function untold(file: CaseFile): EventOf<'RecipientNamed'>[] {
  const outcomes = everyOne(file, 'RecipientOutcomeRecorded');
  return everyOne(file, 'RecipientNamed').filter(
    ({ number }) => !outcomes.some(({ recipient }) => recipient === number),
  );
}

function isListed(file: CaseFile): boolean {
  return everyOne(file, 'RecipientNamed').length > 0 || lastOne(file, 'NoRecipientsRecorded') !== undefined;
}

function recordNoRecipients({ file }: Judging, { reasons }: RecordNoRecipients): Judgement {
  if (everyOne(file, 'RecipientNamed').length === 0) return [{ type: 'NoRecipientsRecorded', cite, reasons }];
  return refused(
    'contradicts-facts',
    cite,
    {
      message: 'A recipient is on record already.',
      remedy: 'Record what became of telling each of them.',
    },
    { field: 'recipients' },
  );
}

/** Art 19 — told, unless that is impossible or takes disproportionate effort; then with the reasons. */
function recordOutcome(judging: Judging, command: RecordRecipientOutcome): Judgement {
  const { recipient, outcome, on, reasons } = command;
  const named = everyOne(judging.file, 'RecipientNamed').some(({ number }) => number === recipient);
  return (
    (named ? undefined : notOnRecord(cite, 'recipient', recipient)) ??
    (outcome === 'told' ? undefined : refuseWithoutReasons(reasons, cite, 'Leaving a recipient untold')) ??
    refuseDay(judging, { on }, receivedOn(judging.file)) ?? [
      { type: 'RecipientOutcomeRecorded', cite, on, recipient, outcome, ...given('reasons', reasons) },
    ]
  );
}

function refuseUnlisted(file: CaseFile): CaseRefusal | undefined {
  return isListed(file) ? undefined : notOnRecord(cite, 'recipient', null);
}

export const recipientJudgements: Judgements<RecipientCommand> = {
  'name-recipient': (_judging, { words }) => [{ type: 'RecipientNamed', cite, words }],
  'record-no-recipients': recordNoRecipients,
  'record-recipient-outcome': recordOutcome,
  'disclose-recipients': (judging, { on }) =>
    refuseDay(judging, { on }, receivedOn(judging.file)) ??
    refuseUnlisted(judging.file) ?? [{ type: 'RecipientsDisclosureDecided', cite, on }],
};

/** R45 — owed once something was corrected, erased or restricted: all are named, and each has an outcome. */
export function recipientsOwed(file: CaseFile): Owed | undefined {
  const isCarriedOut = file.events.some(
    ({ type }) => type === 'CorrectionMade' || type === 'DataErased' || type === 'DataRestricted',
  );
  const open = untold(file);
  if (!isCarriedOut || (isListed(file) && open.length === 0)) return undefined;
  const owed = { duty: 'recipients', cite, isOwedByPart: true } as const;
  return open.length > 0
    ? { ...owed, toDo: `Tell each recipient, and record it (\`record-recipient-outcome\`).` }
    : {
        ...owed,
        toDo: 'Name each recipient of the data (`name-recipient`), or record that there is none (`record-no-recipients`).',
      };
}
