import type { CaseFile } from '../../case-file.js';
import { peopleOf } from '../../people.js';
import type { Owed } from '../owed.js';
import { standingAuthority } from './standing-authority.js';

/** R22, R47 — owed wherever somebody asks for another, for each part of the answer. Of a parent, competence is asked instead (R48). */
export function authorityOwed(file: CaseFile): Owed | undefined {
  const { requester, actsAs } = peopleOf(file);
  if (!requester || actsAs === 'parent' || standingAuthority(file)) return undefined;
  return {
    duty: 'authority',
    cite: 'ICO right of access guidance, 8 December 2025 (R22)',
    toDo: 'Record the authority that came with the letter (`record-authority`), or ask for it (`ask-for-authority`).',
    isOwedByPart: true,
  };
}
