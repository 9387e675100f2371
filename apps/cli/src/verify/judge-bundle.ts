import type { PublicKey } from '@duly/audit';
import type { CaseRecord } from '../replay/case-record.js';
import { judge } from '../replay/judge.js';
import { CannotTell, cannotTell, verdictOf, type Check } from '../replay/verdict.js';
import type { Bundle } from './bundle-file.js';
import { judgeArchived } from './judge-archived.js';
import { judgeCode } from './judge-code.js';
import { judgeDates } from './judge-dates.js';
import { judgeHeadsBefore } from './judge-heads.js';
import { judgeLetters } from './judge-letters.js';
import { judgeLettersDecided, judgeLettersLogged } from './judge-letters-logged.js';
import { judgeLogged } from './judge-logged.js';
import { judgeContents, judgeEntries, judgeHead } from './judge-proofs.js';

const notRun = cannotTell(
  'The history was lived again.',
  'not done: the code in a bundle runs only once signature and log have proved it',
);

function recordIn({ contents }: Bundle): CaseRecord {
  const { histories, row, rowEvents } = contents;
  const history = histories.at(-1);
  if (!history) throw new CannotTell('There is no history.');
  return { history, earlier: histories.slice(0, -1), row, rowEvents };
}

async function judgeLife(bundle: Bundle, codes: readonly string[]): Promise<readonly Check[]> {
  const lived = await judge(recordIn(bundle), codes);
  return verdictOf(lived) === 'good'
    ? [...lived, ...bundle.contents.histories.map(judgeDates), judgeLettersDecided(bundle)]
    : lived;
}

/**
 * Judges a bundle by nothing but itself and public keys, of which one has to fit: first signature, proofs and hashes; only where all of them hold, the code in
 * it is run over its histories.
 */
export async function judgeBundle(
  bundle: Bundle,
  keys: readonly [PublicKey, ...PublicKey[]],
): Promise<readonly Check[]> {
  const { head, check: signature } = judgeHead(bundle.head, keys);
  if (!head) return [signature, judgeContents(bundle), notRun];
  const code = judgeCode(bundle);
  const proofs = [
    signature,
    ...judgeHeadsBefore(bundle, head, keys),
    judgeEntries(bundle.entries, head),
    judgeContents(bundle),
    code.check,
    ...judgeLogged(bundle),
    ...judgeArchived(bundle),
    ...judgeLettersLogged(bundle),
    ...judgeLetters(bundle),
  ];
  if (!code.codes || verdictOf(proofs) !== 'good') return [...proofs, notRun];
  return [...proofs, ...(await judgeLife(bundle, code.codes))];
}
