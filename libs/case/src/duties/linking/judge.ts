import type { CaseFile } from '../../case-file.js';
import { given, refused, type Judgement, type Judgements, type Judging } from '../../decide/judging.js';
import type { CaseReference } from '../../names.js';
import type { LinkCase, LinkingCommand, LinkReason, UnlinkCase } from './commands.js';

const cite = 'UK GDPR Art 12(2), 12(5) (R47, R49)';

/** The links that this case holds, by the other's reference. */
export function linksOf(file: CaseFile): ReadonlyMap<CaseReference, LinkReason> {
  const links = new Map<CaseReference, LinkReason>();
  for (const event of file.events) {
    if (event.type === 'CaseLinked') links.set(event.other, event.because);
    if (event.type === 'CaseUnlinked') links.delete(event.other);
  }
  return links;
}

/** A second link to the same case says what it is now. */
function linkCase({ file }: Judging, { other, because, words }: LinkCase): Judgement {
  if (other === file.opening.reference) {
    return refused(
      'linked-to-itself',
      cite,
      { message: 'A case cannot be linked to itself.', remedy: 'Name the reference of the other case.' },
      { other },
    );
  }
  if (linksOf(file).get(other) !== because) {
    return [{ type: 'CaseLinked', cite, other, because, ...given('words', words) }];
  }
  return refused(
    'already-linked',
    cite,
    {
      message: `The case is linked to ${other} for this reason already.`,
      remedy: 'Nothing has to be done; another reason may be given.',
    },
    { other },
  );
}

function unlinkCase({ file }: Judging, { other, reasons }: UnlinkCase): Judgement {
  if (linksOf(file).has(other)) return [{ type: 'CaseUnlinked', cite, other, reasons }];
  return refused(
    'not-linked',
    cite,
    {
      message: `This case holds no link to ${other}.`,
      remedy: 'Undo a link on the case on which it was made; its page shows which that is.',
    },
    { other },
  );
}

export const linkingJudgements: Judgements<LinkingCommand> = {
  'link-case': linkCase,
  'unlink-case': unlinkCase,
};
