import type { TimelineView } from '@duly/api-contract';
import type { CivilDate } from '@duly/law';

/** Civil days for which the month stood still, both included (UK GDPR Art 12A(5)); without an end while it stands still. */
export interface Pause {
  readonly from: CivilDate;
  readonly to: CivilDate | undefined;
}

const answers: readonly string[] = ['ClarificationReceived', 'ClarificationDeclined'];

export function pausesOf({ events }: TimelineView): readonly Pause[] {
  return events
    .filter(({ type }) => type === 'ClarificationRequested')
    .map(({ number, on }) => ({
      from: on,
      to: events.find(({ type, ask }) => answers.includes(type) && ask === number)?.on,
    }));
}
