import type { RemoveExtension } from '../commands.js';
import { extensionInForce, extensionNotGiven } from '../extension.js';
import { refused, type Judgement, type Judging } from './judging.js';

const cite = 'UK GDPR Art 12A(3) (R12)';

/** Undoes an extension by an event. One whose notice was given stays used up: removing it does not buy a second. */
export function removeExtension({ file }: Judging, { reasons }: RemoveExtension): Judgement {
  const decided = extensionNotGiven(file)?.number ?? extensionInForce(file)?.decided;
  if (decided !== undefined) return [{ type: 'ExtensionRemoved', cite, decided, reasons }];
  return refused(
    'no-extension',
    cite,
    {
      message: 'The case has no extension that is decided or in force.',
      remedy: 'Look at the timeline; nothing has to be removed.',
    },
    {},
  );
}
