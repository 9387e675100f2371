import { addDays, toDay, writeDay, type CivilDate } from '@duly/law';
import { colleague, handler, Told } from '../case.given.js';
import type { CaseCommand, Verb } from '../commands.js';
import { decidedErasureGrounds } from '../duties/erasure/commands.js';
import { londonDateAt } from '../instants.js';
import type { CaseRefusal, RefusalCode } from '../refusals.js';
import { samplesFor } from '../samples.given.js';
import { verbs } from '../verbs.js';
import { receipt } from '../what-happened.js';
import type { Place } from './place.given.js';

const words = 'words-1';
const reasons = 'words-2';
/** Who looks at what the handler and the colleague have decided between them. */
const third = 'staff-3';

type Change = object;

/** The choices that a verb leaves, beside its sample. */
function choices(place: Place, on: CivilDate): Readonly<Partial<Record<Verb, readonly Change[]>>> {
  const told = new Set([
    ...place.unsent.map(({ decided }) => decided.number),
    ...place.file.openTasks.filter(({ kind }) => kind === 'post-a-letter').map(({ about }) => about),
  ]);
  const proposal = place.file.openTasks.find(({ kind }) => kind === 'approve')?.about ?? 0;
  return {
    'ask-for-fee': [{ basis: '15(3)', assessment: undefined }, { by: colleague }],
    'refund-fee': [{ because: 'ask-set-aside' }],
    'judge-identity': [{ sufficient: false, reasons }],
    'record-authority': [{ sufficient: false, reasons }],
    refuse: [
      { extent: 'partly' },
      { ground: 'exemption' },
      { ground: 'cannot-identify' },
      { ground: 'right-does-not-apply' },
    ],
    answer: [{ extent: 'partly' }],
    'record-notice-given': [...told].map(decided => ({ decided })),
    'add-note': [{ completes: 'assess' }, { completes: 'collect' }, { completes: 'review' }],
    'correct-receipt-date': [{ receivedOn: '2036-03-24' }, { receivedOn: on }],
    approve: [{ by: third }, { by: handler }, { by: third, proposal }],
    'decline-approval': [{ proposal }],
    'assess-competence': [
      { competent: true, agrees: true },
      { aged: '12-to-15', competent: true },
    ],
    'cannot-identify': [{ canBeTold: false }],
    'record-finding': [{ finding: 'accurate' }, { finding: 'incomplete' }],
    'record-correction': [{ how: 'statement-added' }, { isEarlierKept: true }],
    'record-recipient-outcome': [{ outcome: 'disproportionate', reasons }],
    'weigh-objection': [{ compellingGrounds: true }, { basis: 'research', publicInterestTask: true }],
    restrict: [{ ground: 'objection_pending' }],
    'judge-erasure-ground': decidedErasureGrounds.map(ground => ({ ground, applies: false })),
    'judge-erasure-exception': [
      { applies: true, extent: 'partly' },
      { applies: true, extent: 'wholly' },
    ],
    'carry-out-erasure': [{ wasPublic: true }],
    'assess-request': [{ by: colleague }, { finding: 'neither' }],
    'apply-exemption': [{ exemption: 'crime_and_taxation', prejudice: words }],
    'review-exemption': [{ by: colleague }, { by: colleague, agrees: false }],
    'record-particulars': [
      {
        isProcessed: true,
        purposes: words,
        dataCategories: words,
        disclosedTo: words,
        keptFor: words,
        none: ['obtainedFrom', 'automatedDecisions', 'transfersAbroad'],
      },
    ],
    'test-item': [{ otherParties: 1 }, { harmsOthers: true, reasons }],
    'record-agreement': [{ agrees: false }],
    'link-case': [{ because: 'related' }],
    reclassify: [{ as: 'complaint' }],
  };
}

/** The mistakes that are made with a verb. Each is refused wherever it matters. */
function mistakes(place: Place, on: CivilDate): Readonly<Partial<Record<Verb, readonly Change[]>>> {
  const tomorrow = writeDay(addDays(toDay(on), 1));
  return {
    'record-identity': [
      { on: tomorrow },
      { on: '2036-03-01' },
      { on: '2036-02-30' },
      { at: '2036-01-01T00:00:00Z' },
    ],
    'judge-identity': [{ sufficient: false }],
    'ask-for-fee': [
      { assessment: undefined },
      { amountPence: 0 },
      { amountPence: 2600 },
      { amountPence: 2_000_000 },
    ],
    'extend-time': [{ reasons: undefined }, { promisedDate: on }],
    refuse: [{ reasons: undefined }],
    'correct-receipt-date': [{ receivedOn: tomorrow }, { receivedAt: '2036-04-20T10:00:00Z' }],
    'assess-competence': [{ aged: '16-or-17' }],
    'assess-request': [
      { factors: [{ factor: 'repeats' }] },
      { factors: [{ factor: 'rude_language', words }] },
    ],
    'record-correction': [{ how: 'marked-as-opinion' }],
    'record-intervention': [{ configuredBy: colleague }],
    'weigh-objection': [{ publicInterestTask: true }],
    'record-particulars': [{ isProcessed: true }],
    'link-case': [{ other: place.file.opening.reference }],
    reclassify: [{ as: receipt(place.file).right }],
  };
}

const approver: Readonly<Partial<Record<Verb, string>>> = { approve: colleague };

/** Every command that is tried in a place: the sample of each verb, the other choices it leaves, and the mistakes that are made with it. */
export function commandsIn(place: Place): readonly CaseCommand[] {
  const on = londonDateAt(place.now);
  const samples = samplesFor(new Told(place.file, place.now, 'silent'));
  const [more, wrong] = [choices(place, on), mistakes(place, on)];
  const heldBy = place.isHeld ? ['DR-2036-000002-1'] : [];
  return verbs.flatMap(verb => {
    const sample = {
      verb,
      by: approver[verb] ?? handler,
      ...samples[verb],
      ...('heldBy' in samples[verb] && { heldBy }),
    };
    const changes = [{}, ...(more[verb] ?? []), ...(wrong[verb] ?? [])];
    return changes.map(change => ({ ...sample, ...change }) as CaseCommand);
  });
}

/** The same command as its remedy says, where a refusal asks no more than to say why. */
export function remedied(command: CaseCommand, { code }: CaseRefusal): CaseCommand | undefined {
  const saying: Partial<Record<RefusalCode, Change>> = {
    'would-be-late': { confirmLate: true },
    'late-without-reason': { reasonForLateness: reasons },
    'duties-open': { despite: reasons },
    'still-awaited': { despite: reasons },
  };
  const said = saying[code];
  if (!said || Object.keys(said).every(field => field in command)) return undefined;
  return { ...command, ...said };
}
