import { fileTypeFromBuffer } from 'file-type';
import { documentKinds, type DocumentKind } from './kinds.js';

/** A document that is not taken; says why and what to do, and never repeats its name, which may name somebody. */
export class KindRefused extends Error {
  override readonly name = 'KindRefused';

  constructor(
    readonly because: 'unknown-ending' | 'not-what-it-is-called' | 'not-text',
    problem: string,
  ) {
    super(problem);
  }
}

/** Bytes that are enough to tell every kind. */
export const enoughToTell = 64 * 1_024;

const kindByEnding = new Map(
  documentKinds.flatMap(kind => kind.endings.map(ending => [ending, kind] as const)),
);

/** What stands behind the last dot of a name, in lower case; empty where that is no ending. */
export const endingOf = (name: string): string =>
  /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Text may be cut in the middle of a character where only its beginning is looked at. */
function isText(beginning: Uint8Array): boolean {
  if (beginning.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(beginning, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Which kind a document is, by the ending of its name and by its first bytes, which must agree.
 * @param beginning the first `enoughToTell` bytes, or all of them
 * @throws KindRefused
 */
export async function judgeKind(name: string, beginning: Uint8Array): Promise<DocumentKind> {
  const kind = kindByEnding.get(endingOf(name));
  if (!kind)
    throw new KindRefused(
      'unknown-ending',
      `Documents of this kind are not taken. Send one of: ${[...kindByEnding.keys()].join(', ')}.`,
    );
  const shown = await fileTypeFromBuffer(beginning);
  const isAsCalled =
    kind.shownAs.length === 0 ? shown === undefined : kind.shownAs.includes(shown?.mime ?? '');
  if (!isAsCalled)
    throw new KindRefused(
      'not-what-it-is-called',
      `The document's name ends in .${endingOf(name)}, and what it holds is something else. Send it under the ending that it has, or as PDF.`,
    );
  if (kind.shownAs.length === 0 && !isText(beginning))
    throw new KindRefused(
      'not-text',
      'The document is called text, and is no text in UTF-8. Save it as UTF-8, or send it as PDF.',
    );
  return kind;
}
