import type { CaseEvent } from '../../events.js';
import type { OpenTask } from '../../tasks.js';

const endedBy = {
  'handle-complaint': ['OutcomeDecided'],
  'tell-progress': ['ProgressDecided', 'OutcomeDecided'],
} as const;

/** A complaint is looked into until its outcome is decided; the reminder to tell how it stands, until something is told. */
export function endsTaskOfComplaint({ kind }: OpenTask, event: CaseEvent): boolean {
  if (kind !== 'handle-complaint' && kind !== 'tell-progress') return false;
  return endedBy[kind].some(type => type === event.type);
}
