import type { KindIn, Pick } from './kinds.js';

type HistoryEvent = Record<string, unknown>;

/** A history as Temporal's tools write it, open to be changed. */
export interface OpenHistory {
  events: HistoryEvent[];
}

export type HistoryTampering = (history: OpenHistory, pick: Pick, other?: OpenHistory) => void;

const eventAt = ({ events }: OpenHistory, at: number): HistoryEvent => {
  const event = events[at];
  if (!event) throw new Error('There is nothing to tamper with.');
  return event;
};

/** What somebody does to what a history says. */
export const historyTamperings = {
  'a history event is deleted': ({ events }, pick) => void events.splice(pick(events.length), 1),
  'two history events are swapped': ({ events }, pick) => {
    const at = pick(events.length - 1);
    events.splice(at, 2, ...events.slice(at, at + 2).reverse());
  },
  'a history event is duplicated': ({ events }, pick) => {
    const at = pick(events.length);
    events.splice(at, 0, structuredClone(eventAt({ events }, at)));
  },
  'a history event is back-dated': (history, pick) => {
    const event = eventAt(history, pick(history.events.length));
    event['eventTime'] = '2020-01-01T00:00:00Z';
  },
  'a history event is renumbered': (history, pick) => {
    const event = eventAt(history, pick(history.events.length));
    event['eventId'] = String(Number(event['eventId']) + 1_000);
  },
  'a history event is given to another type': (history, pick) => {
    const event = eventAt(history, 1 + pick(history.events.length - 1));
    event['eventType'] = 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED';
  },
  'the end of a history is cut off': ({ events }) => void events.pop(),
  'the beginning of a history is cut off': ({ events }) => void events.shift(),
  'a whole history is taken out': history => void (history.events = []),
  'a history is another case’s': (history, _pick, other) => {
    if (!other) throw new Error('There is no other history.');
    history.events = other.events;
  },
  'what the case was opened with is edited': history => {
    const first = eventAt(history, 0);
    const text = JSON.stringify(first).replace(/"data":"([^"]+)"/, (_all, data: string) => {
      const said = Buffer.from(data, 'base64').toString('utf8').replace('"run":1', '"run":2');
      return `"data":"${Buffer.from(said).toString('base64')}"`;
    });
    history.events[0] = JSON.parse(text) as HistoryEvent;
  },
} satisfies Partial<Readonly<Record<KindIn<'archive'>, HistoryTampering>>>;
