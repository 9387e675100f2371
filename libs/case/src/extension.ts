import type { CaseFile } from './case-file.js';
import type { EventOf } from './events.js';
import { everyOne, isFollowedUp } from './what-happened.js';

/** An extension that was decided and of which nothing has become yet. */
export function extensionNotGiven(file: CaseFile): EventOf<'ExtensionDecided'> | undefined {
  return everyOne(file, 'ExtensionDecided').find(
    ({ number }) => !isFollowedUp(file, number, ['TimeExtended', 'ExtensionFellAway', 'ExtensionRemoved']),
  );
}

export function isRemoved(file: CaseFile, decided: number): boolean {
  return isFollowedUp(file, decided, ['ExtensionRemoved']);
}

/** The extension that moves the date: its notice was given, and nobody removed it. */
export function extensionInForce(file: CaseFile): EventOf<'TimeExtended'> | undefined {
  return everyOne(file, 'TimeExtended').find(({ decided }) => !isRemoved(file, decided));
}

/** There is one extension only: one whose notice was given has been used up, removed or not (R12, Art 12A(3)). */
export function extensionUsed(file: CaseFile): EventOf<'ExtensionDecided'> | undefined {
  const decided = everyOne(file, 'ExtensionDecided');
  return extensionNotGiven(file) ?? decided.find(({ number }) => isFollowedUp(file, number, ['NoticeGiven']));
}
