import { askNotGiven, unanswered } from '../asks.js';
import type { CaseFile } from '../case-file.js';
import type { Answer } from '../commands.js';
import type { CaseRefusal } from '../refusals.js';
import { refused } from './judging.js';
import { papersToJudge } from './second-ask.js';

const awaitable = ['identity', 'authority'] as const;
const cites = {
  identity: 'UK GDPR Art 12(6) (R21)',
  authority: 'ICO right of access guidance, 8 December 2025 (R22)',
} as const;

/** Whoever was doubted, and has not been cleared of it, is not handed the data without a word (Art 5(1)(f)). */
export function refuseAwaited(file: CaseFile, { despite }: Answer): CaseRefusal | undefined {
  if (despite !== undefined) return undefined;
  const isOpen = (of: (typeof awaitable)[number]): boolean =>
    askNotGiven(file, of) !== undefined ||
    unanswered(file, of).length > 0 ||
    (of === 'identity' && papersToJudge(file) !== undefined);
  const what = awaitable.find(isOpen);
  if (what === undefined) return undefined;
  return refused(
    'still-awaited',
    cites[what],
    {
      message: `The ${what} was asked for and is not cleared up: what arrived has not been judged, or nothing has.`,
      remedy:
        'Record what has arrived, and judge it. Or say why you answer all the same (`despite`): the doubts are gone, say.',
    },
    { what },
  );
}
