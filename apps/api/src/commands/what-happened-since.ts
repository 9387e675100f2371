import type { CaseFiles } from '../cases/case-files.js';
import { Refused } from '../problem/refused.js';

/** A version that is no longer the case's: what has happened since, so that nobody has to guess. */
export async function withWhatHappened(files: CaseFiles, caseId: string, refused: Refused): Promise<Refused> {
  const { refusal } = refused;
  if (refusal.code !== 'version-conflict') return refused;
  const since = await files.eventsAfter(caseId, refusal.expectedVersion);
  const events = since.map(({ number, type, on, cite }) => ({ number, type, on, cite }));
  return new Refused({ ...refusal, ...{ since: events } });
}
