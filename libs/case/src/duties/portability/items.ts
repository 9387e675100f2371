import type { CaseFile } from '../../case-file.js';
import type { EventOf } from '../../events.js';
import { everyOne, everySinceOpened } from '../../what-happened.js';

type ItemTested = EventOf<'ItemTested'>;

/** How the others to whom an item belongs stand to its being sent; all of them must agree (R40). */
export const agreementStates = ['not-needed', 'all-agree', 'awaited', 'not-all-agree'] as const;
export type AgreementState = (typeof agreementStates)[number];

export interface TestedItem {
  readonly tested: ItemTested;
  readonly agreement: AgreementState;
  /** It goes with the answer. */
  readonly isSent: boolean;
}

export function agreementsTo(
  file: CaseFile,
  { number }: ItemTested,
): readonly EventOf<'AgreementRecorded'>[] {
  return everyOne(file, 'AgreementRecorded').filter(({ item }) => item === number);
}

/** Those who have spoken, each once; voices that were kept without their number are one party each. */
export function partiesHeard(said: readonly EventOf<'AgreementRecorded'>[]): readonly number[] {
  return [...new Set(said.map(({ party }, place) => party ?? place + 1))];
}

function agreementOf(file: CaseFile, tested: ItemTested): AgreementState {
  if (tested.otherParties === 0) return 'not-needed';
  const said = agreementsTo(file, tested);
  if (said.some(({ agrees }) => !agrees)) return 'not-all-agree';
  return partiesHeard(said).length < tested.otherParties ? 'awaited' : 'all-agree';
}

/** Every item as it was tested last, in the order of the tests. */
export function itemsOf(file: CaseFile): readonly TestedItem[] {
  const tests = everySinceOpened(file, 'ItemTested');
  const replaced = new Set(tests.map(({ item }) => item));
  return tests
    .filter(({ number }) => !replaced.has(number))
    .map(tested => {
      const agreement = agreementOf(file, tested);
      const isAgreed = agreement === 'not-needed' || agreement === 'all-agree';
      return { tested, agreement, isSent: tested.missing.length === 0 && isAgreed };
    });
}
