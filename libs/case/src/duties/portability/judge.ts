import { portabilityOf, type RefusalGroundOf } from '@duly/law';
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
import { peopleOf } from '../../people.js';
import type { Granted } from '../../rights/right-rules.js';
import { receivedOn, sinceOpened } from '../../what-happened.js';
import { doesNotFit } from '../does-not-fit.js';
import { notOnRecord } from '../not-on-record.js';
import type { Owed } from '../owed.js';
import type { DecideTransfer, PortabilityCommand, RecordAgreement, TestItem } from './commands.js';
import { agreementsTo, itemsOf, partiesHeard, type TestedItem } from './items.js';

const cite = 'UK GDPR Art 20(1) (R40)';
const forOthers = 'UK GDPR Art 20(4) (R40)';
const ofAllParties = 'ICO portability guidance (R40)';

const itemNumbered = (file: CaseFile, item: number): TestedItem | undefined =>
  itemsOf(file).find(({ tested }) => tested.number === item);

/** R40 — consent or contract, and automated means, and provided by the person; and nobody else is harmed. */
function testItem({ file }: Judging, command: TestItem): Judgement {
  const { item, words, basis, isAutomated, origin, harmsOthers, reasons, otherParties } = command;
  if (item !== undefined && !itemNumbered(file, item)) return notOnRecord(cite, 'item', item);
  const unsaid = harmsOthers
    ? refuseWithoutReasons(reasons, forOthers, 'That it would harm others')
    : undefined;
  if (unsaid) return unsaid;
  const tested = portabilityOf({ basis, isAutomated, origin });
  const missing: RefusalGroundOf<'portability'>[] = [
    ...(tested.isPortable ? [] : tested.missing),
    ...(harmsOthers ? (['rights_of_others'] as const) : []),
  ];
  return [
    {
      type: 'ItemTested',
      cite: harmsOthers ? forOthers : cite,
      ...given('item', item),
      words,
      basis,
      isAutomated,
      origin,
      ...given('reasons', reasons),
      otherParties,
      missing,
      isDueUnderAccess: !tested.isPortable && tested.isDueUnderAccess,
    },
  ];
}

/** R40 — every other party is heard once, and each by itself: one voice never stands for two. */
function refuseParty({ tested }: TestedItem, heard: readonly number[], party: number | undefined) {
  const { otherParties, number: item } = tested;
  if (heard.length >= otherParties || (party !== undefined && heard.includes(party))) {
    const who =
      heard.length >= otherParties ? `Everybody else to whom item ${item} belongs` : `Party ${party}`;
    const said = {
      message: `${who} has been heard.`,
      remedy: 'Where somebody has thought again, or was forgotten, test the item anew (`test-item`).',
    };
    return refused('nothing-awaited', ofAllParties, said, { what: 'agreement' });
  }
  if (party === undefined ? otherParties === 1 : party <= otherParties) return undefined;
  return doesNotFit(
    ofAllParties,
    'party',
    `Item ${item} belongs to ${otherParties} others, and each must agree: it is not said which of them this is.`,
    `Give \`party\`, from 1 to ${otherParties}; the same number for the same person.`,
  );
}

/** R40 — of joint data every party must agree: one who is not heard, or says no, keeps the item back. */
function recordAgreement(judging: Judging, { item, party, on, agrees, words }: RecordAgreement): Judgement {
  const { file } = judging;
  const found = itemNumbered(file, item);
  if (!found) return notOnRecord(cite, 'item', item);
  const heard = partiesHeard(agreementsTo(file, found.tested));
  return (
    refuseParty(found, heard, party) ??
    refuseDay(judging, { on }, receivedOn(file)) ?? [
      { type: 'AgreementRecorded', cite: ofAllParties, on, item, party: party ?? 1, agrees, words },
    ]
  );
}

/** Art 20(2) — for this request, with reasons; there is no policy to point to. Where nobody was named the answer would speak of a wish that is none. */
function decideTransfer({ file }: Judging, { isFeasible, reasons }: DecideTransfer): Judgement {
  if (!peopleOf(file).recipient) {
    const said = {
      message: 'The request names nobody to whom the data should go.',
      remedy: 'Give the files to the person; where they name another controller, record that first.',
    };
    return refused('contradicts-facts', 'UK GDPR Art 20(2) (R40)', said, { field: 'recipient' });
  }
  return [{ type: 'TransferDecided', cite: 'UK GDPR Art 20(2) (R40)', isFeasible, reasons }];
}

export const portabilityJudgements: Judgements<PortabilityCommand> = {
  'test-item': testItem,
  'record-agreement': recordAgreement,
  'decide-transfer': decideTransfer,
};

/** R40 — nobody can say what is portable before each item has been looked at. */
export function itemsOwed(file: CaseFile): Owed | undefined {
  if (itemsOf(file).length > 0) return undefined;
  return { duty: 'items', cite, toDo: 'Test each item of data against the three conditions (`test-item`).' };
}

/** Art 20(2) — owed where the person named who is to have the data. */
export function transferOwed(file: CaseFile): Owed | undefined {
  const isAsked = peopleOf(file).recipient;
  if (!isAsked || sinceOpened(file).some(({ type }) => type === 'TransferDecided')) return undefined;
  return {
    duty: 'transfer',
    cite: 'UK GDPR Art 20(2) (R40)',
    toDo: 'Decide whether the data can be sent straight to the other controller, with reasons (`decide-transfer`).',
  };
}

/** R40 — what goes with the answer: every item, some of them, or none; undefined before one is tested. */
export function portabilityGranted(file: CaseFile): Granted | undefined {
  const items = itemsOf(file);
  if (items.length === 0) return undefined;
  if (items.every(({ isSent }) => isSent)) return 'wholly';
  return items.some(({ isSent }) => isSent) ? 'at-least-partly' : 'not-at-all';
}
