import { hashOfHistory, historyFromJson } from '@duly/temporal';
import { check, type Check } from '../replay/verdict.js';
import type { Bundle } from './bundle-file.js';
import { namedEntry } from './judge-proofs.js';

function hashOf(history: unknown): string | undefined {
  try {
    return hashOfHistory(historyFromJson(history));
  } catch {
    return undefined;
  }
}

/** The history of each run that was archived is the one that the log named then, whoever has had the archive since. Nothing where none was. */
export function judgeArchived({ contents, entries }: Bundle): readonly Check[] {
  const { caseId, histories } = contents;
  const archived = entries.filter(({ action, caseId: of }) => action === 'HistoryArchived' && of === caseId);
  if (archived.length === 0) return [];
  const findings = archived.flatMap(entry => {
    const run = Number(entry.detail['run']);
    return hashOf(histories[run - 1]) === entry.detail['history']
      ? []
      : [`the history of run ${run} is another than ${namedEntry(entry)} says was archived: it was changed`];
  });
  return [check('The histories that were archived are those that the log named then.', findings)];
}
