import type { Instant } from '@duly/law';
import type { CaseFile } from './case-file.js';
import type { Draft } from './decide/judging.js';
import type { CaseEvent } from './events.js';
import { londonDateAt, writeInstant } from './instants.js';
import type { Author } from './names.js';
import { versionOf } from './what-happened.js';

/** Numbers the drafts and says when and by whom. What gives no day of its own happens now. */
export function stamp(file: CaseFile, drafts: readonly Draft[], by: Author, now: Instant): CaseEvent[] {
  const recordedAt = writeInstant(now);
  const first = versionOf(file) + 1;
  return drafts.map((draft, index) => {
    const when = draft.on === undefined ? { on: londonDateAt(now), at: recordedAt } : {};
    const head = { number: first + index, run: file.opening.run, recordedAt, by };
    return { ...head, ...when, ...draft } as CaseEvent;
  });
}
