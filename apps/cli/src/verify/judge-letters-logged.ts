import { opensTo } from '@duly/audit';
import { historyFromJson } from '@duly/temporal';
import type { Json } from '../replay/case-record.js';
import { shown } from '../replay/differences.js';
import { stepsIn } from '../replay/judge-run.js';
import { recordedIn } from '../replay/recorded.js';
import { check, type Check } from '../replay/verdict.js';
import type { Bundle, ProvedEntry } from './bundle-file.js';
import { namedEntry } from './judge-proofs.js';

const most = 8;
const says = 'Each letter is the one that the log names: to whom, in which wording, what became of it.';

const isLetter = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** The letters of a bundle; none of what is no letter. */
export const lettersIn = ({ contents }: Bundle): readonly Json[] => {
  const { letters } = contents;
  return Array.isArray(letters) ? (letters as unknown[]).filter(isLetter) : [];
};

/** What a letter says under one name, and the log's entry under another. */
type Same = readonly [ofLetter: string, ofEntry: string];

const decidedAs: readonly Same[] = [
  ['kind', 'kind'],
  ['recipient', 'recipient'],
];
const writtenAs: readonly Same[] = [
  ['template', 'template'],
  ['templateVersion', 'version'],
  ['language', 'language'],
];
const settledAs: readonly Same[] = [
  ['state', 'outcome'],
  ['outcomeOn', 'on'],
];

const named = (letter: Json): string => `letter ${shown(letter['id'])}`;

const other = (letter: Json, field: string, entry: ProvedEntry, value: unknown): string =>
  `${named(letter)}: ${field} is ${shown(letter[field])}, and ${shown(value)} in ${namedEntry(entry)} of the log`;

function differs(letter: Json, entry: ProvedEntry, fields: readonly Same[]): readonly string[] {
  return fields
    .filter(([ofLetter, ofEntry]) => (letter[ofLetter] ?? null) !== (entry.detail[ofEntry] ?? null))
    .map(([ofLetter, ofEntry]) => other(letter, ofLetter, entry, entry.detail[ofEntry]));
}

/** The hash of its bytes is gone once its key is destroyed; while it is there it is the one that the log committed to. */
function hashDiffers(letter: Json, entry: ProvedEntry, openings: unknown): readonly string[] {
  const { bytes } = entry.detail;
  const opening: unknown = isLetter(openings) ? openings[String(letter['id'])] : undefined;
  if (typeof bytes !== 'string' || typeof opening !== 'string') return [];
  return opensTo(letter['hash'], opening, bytes)
    ? []
    : [`${named(letter)}: hash is another than ${namedEntry(entry)} of the log committed to: it was changed`];
}

function judgeOne(letter: Json, entries: readonly ProvedEntry[], openings: unknown): readonly string[] {
  const own = entries.filter(({ detail }) => detail['letter'] === letter['id']);
  const last = (action: string) => own.findLast(entry => entry.action === action);
  const [decided, written, settled] = ['LetterDecided', 'LetterWritten', 'LetterSettled'].map(last);
  // Letters from before the log spoke of letters are not in it.
  if (own.length === 0) return [];
  return [
    ...(decided ? differs(letter, decided, decidedAs) : []),
    ...(written
      ? [
          ...differs(letter, written, writtenAs),
          ...(letter['dataHash'] === written.commitment
            ? []
            : [other(letter, 'dataHash', written, written.commitment)]),
          ...hashDiffers(letter, written, openings),
        ]
      : []),
    ...(settled ? differs(letter, settled, settledAs) : []),
    ...(!settled && letter['outcomeOn'] !== null
      ? [`${named(letter)}: outcomeOn is ${shown(letter['outcomeOn'])}, and the log knows of no outcome`]
      : []),
  ];
}

/** What became of each letter of the bundle is what the log recorded when it happened. */
export function judgeLettersLogged(bundle: Bundle): readonly Check[] {
  const letters = lettersIn(bundle);
  const entries = bundle.entries.filter(({ detail }) => typeof detail['letter'] === 'string');
  if (letters.length === 0) return [];
  const openings = bundle.contents['letterOpenings'];
  return [check(says, letters.flatMap(letter => judgeOne(letter, entries, openings)).slice(0, most))];
}

/** No letter that the histories tell of was taken out, and none was added. Only histories that were lived again are to be believed. */
export function judgeLettersDecided(bundle: Bundle): Check {
  const { histories } = bundle.contents;
  const steps = histories.flatMap(history => stepsIn(recordedIn(historyFromJson(history)).asked));
  const decided = new Set<string>(steps.flatMap(({ letters }) => letters.map(({ letterId }) => letterId)));
  // A delivery sends letters of its own, which no step of the case decides; the log has them.
  const logged = new Set(
    bundle.entries.flatMap(({ action, detail }) => (action === 'LetterDecided' ? [detail['letter']] : [])),
  );
  const there = new Set(lettersIn(bundle).map(({ id }) => String(id)));
  return check(`The ${decided.size} letters are those that the case decided on.`, [
    ...[...decided].filter(id => !there.has(id)).map(id => `letter ${id} was decided on, and is missing`),
    ...[...there]
      .filter(id => !decided.has(id) && !logged.has(id))
      .map(id => `letter ${id} was never decided on`),
  ]);
}
