import type { CaseFile } from '../case-file.js';
import type { Owed } from '../duties/owed.js';
import type { Extent, RefusalGround } from '../names.js';
import type { CaseRefusal } from '../refusals.js';
import { owedBy, owedWhenRefused } from '../rights/rules-of.js';
import { sinceOpened } from '../what-happened.js';
import { refused } from './judging.js';
import { groundOwed } from './refusal-grounds.js';

/** UK GDPR Art 5(2) — it is on record, or the record says why not; an answer in time is never held up for it (Art 12(3)). */
function refuseOwed(
  file: CaseFile,
  owed: readonly Owed[],
  despite: string | undefined,
): CaseRefusal | undefined {
  const [first] = owed;
  if (!first || file.opening.settings.duties !== 'required' || despite !== undefined) return undefined;
  return refused(
    'duties-open',
    first.cite,
    {
      message: `Not on record yet: ${owed.map(({ duty }) => duty).join(', ')}.`,
      remedy: `${first.toDo} Or say why you do it all the same (\`despite\`).`,
    },
    { duties: owed.map(({ duty }) => duty) },
  );
}

/** The other half of a request of which a part has been decided. */
function endsWith(file: CaseFile, decided: 'AnswerDecided' | 'RefusalDecided'): boolean {
  return sinceOpened(file).some(({ type }) => type === decided);
}

interface Concluding {
  readonly extent: Extent;
  readonly despite?: string;
}

/** What answers the request, or the rest of it, comes after the duties of the right. */
export function refuseOpenDuties(file: CaseFile, { extent, despite }: Concluding): CaseRefusal | undefined {
  const isLast = extent === 'wholly' || endsWith(file, 'RefusalDecided');
  const owed = owedBy(file).filter(({ isOwedByPart }) => isLast || isOwedByPart === true);
  return refuseOwed(file, owed, despite);
}

/** The last half of a request comes after the duties of the right; what is refused wholly, after what was done meanwhile. */
export function refuseUnfounded(
  file: CaseFile,
  { extent, ground, despite }: Concluding & { readonly ground: RefusalGround },
): CaseRefusal | undefined {
  const isLast = extent === 'partly' && endsWith(file, 'AnswerDecided');
  const left = isLast ? owedBy(file) : extent === 'wholly' ? owedWhenRefused(file) : [];
  return refuseOwed(file, [...groundOwed(file, ground), ...left], despite);
}
