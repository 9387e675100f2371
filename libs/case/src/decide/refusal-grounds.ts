import { refusalGrounds as groundsOfLaw } from '@duly/law';
import type { CaseFile } from '../case-file.js';
import type { Owed, Owing } from '../duties/owed.js';
import { exemptionOwed } from '../duties/exemptions/judge.js';
import { neverReached } from '../never-reached.js';
import type { RefusalGround, WeighedRight } from '../names.js';
import type { CaseRefusal } from '../refusals.js';
import { rulesOf } from '../rights/rules-of.js';
import { refused } from './judging.js';

/** The law's own grounds that are named apart here; every other one of a right says that it does not apply. */
const namedApart: Readonly<Record<string, RefusalGround>> = {
  manifestly_unfounded: 'manifestly-unfounded',
  manifestly_excessive: 'manifestly-excessive',
  cannot_identify: 'cannot-identify',
  exemption: 'exemption',
  rights_of_others: 'exemption',
};

function isOfRight(right: WeighedRight, ground: RefusalGround): boolean {
  return Object.keys(groundsOfLaw[right]).some(
    name => (namedApart[name] ?? 'right-does-not-apply') === ground,
  );
}

/** R36–R44 — each right has its own grounds. Access has none that it "does not apply": where nothing is held, that is the answer. */
export function refuseForeignGround(
  file: CaseFile,
  right: WeighedRight,
  ground: RefusalGround,
): CaseRefusal | undefined {
  if (!isWanted(file) || isOfRight(right, ground)) return undefined;
  return refused(
    'not-for-this-right',
    rulesOf(file).cite,
    {
      message: `The law has no refusal of this right on the ground "${ground}".`,
      remedy:
        right === 'access'
          ? 'Access always applies. Where no data is held, answer that none is (`record-particulars`, `answer`).'
          : 'Name a ground that this right has, or answer.',
    },
    { right },
  );
}

/** UK GDPR Arts 11(2), 12(2) — the controller shows that it cannot tell: it has asked, or told the person why it cannot. */
export function identityOwed({ events }: CaseFile): Owed | undefined {
  const isShown = events.some(({ type }) => type === 'IdentityRequested' || type === 'CannotIdentifyDecided');
  if (isShown) return undefined;
  return {
    duty: 'identity',
    cite: 'UK GDPR Arts 11(2), 12(2) (R21)',
    toDo: 'Ask for what would identify the person (`ask-for-identity`), or say why nothing can (`cannot-identify`).',
  };
}

function restsOn(file: CaseFile, ground: RefusalGround): readonly Owing[] {
  switch (ground) {
    case 'exemption':
      return [exemptionOwed];
    case 'cannot-identify':
      return [identityOwed];
    case 'right-does-not-apply':
      return rulesOf(file).findsNotApplying ?? [];
    case 'manifestly-unfounded':
    case 'manifestly-excessive':
      // The assessment, which has a rule of its own.
      return [];
    default:
      return neverReached(ground);
  }
}

/** What a refusal on this ground still has to find. */
export function groundOwed(file: CaseFile, ground: RefusalGround): readonly Owed[] {
  return restsOn(file, ground)
    .map(owing => owing(file))
    .filter(owed => owed !== undefined);
}

/** Cases that were opened before a ground had to be on record go on without. */
const isWanted = (file: CaseFile): boolean => file.opening.settings.groundsOnRecord === 'required';

/** UK GDPR Art 12(4)–(5) (R31) — the burden is the controller's: no ground without what it rests on, whatever the settings. */
export function refuseGroundless(file: CaseFile, ground: RefusalGround): CaseRefusal | undefined {
  const owed = groundOwed(file, ground);
  const [first] = owed;
  if (!first || !isWanted(file)) return undefined;
  const duties = owed.map(({ duty }) => duty);
  return refused(
    'duties-open',
    first.cite,
    { message: `This ground rests on what is not on record yet: ${duties.join(', ')}.`, remedy: first.toDo },
    { duties },
  );
}
