import { isDeepStrictEqual } from 'node:util';
import type { CaseView, LettersView, RequestOpened, TimelineView } from '@duly/api-contract';
import { workflowIdOf } from '@duly/case-protocol';
import type { CaughtLetter } from '../local/caught-letters.js';
import { ownTime, windBy } from '../local/time-skipping.js';
import { until } from '../local/waiting.js';
import type { Handler } from './handler.js';
import type { House } from './house.js';

export type TimelineEvent = TimelineView['events'][number];
export type LetterRow = LettersView['letters'][number];

/** What a step of a life brought: events, letters read back from the mail catcher, tasks, and the date that binds after it. */
export interface Step {
  /** What the handler, the requester or time did; the events tell the rest. */
  readonly heading: string;
  /** What the case itself is not told of. */
  readonly beside: readonly string[];
  readonly on: string;
  readonly events: readonly TimelineEvent[];
  readonly letters: readonly { readonly row: LetterRow; readonly caught: CaughtLetter | undefined }[];
  readonly opened: readonly string[];
  readonly ended: readonly string[];
  readonly view: CaseView;
}

export interface Expectation {
  readonly says: string;
  readonly isMet: boolean;
  readonly found: unknown;
}

const isSettled = ({ state }: LetterRow): boolean =>
  state !== 'decided' && state !== 'sending' && state !== 'deferred';
const isToStaff = ({ recipient }: LetterRow): boolean => recipient === 'handler' || recipient === 'manager';
/** Sent beside the case, which may have closed: no event tells of it. */
const isBeside = ({ kind }: LetterRow): boolean => kind === 'transfer' || kind === 'disclosure';

interface Told {
  readonly heading: string;
  readonly on: string;
  readonly beside: readonly string[];
  readonly events: readonly TimelineEvent[];
  readonly letters: readonly LetterRow[];
}

/** One case, told through HTTP; only its own clock is wound. */
export class Life {
  readonly steps: Step[] = [];
  readonly expectations: Expectation[] = [];
  private seenEvents = 0;
  private readonly seenLetters = new Set<string>();
  private tasks = new Map<string, string>();

  private constructor(
    private readonly house: House,
    private readonly handler: Handler,
    readonly opened: RequestOpened,
    readonly id: string,
  ) {}

  static async open(house: House, handler: Handler, request: object): Promise<Life> {
    const opened = await handler.give<RequestOpened>('/v1/requests', request);
    const [first] = opened.cases;
    if (!first) throw new Error('A request was opened without any case.');
    return new Life(house, handler, opened, first.id);
  }

  get reference(): string {
    return this.opened.cases[0]?.reference ?? '';
  }

  /** What has happened once the case has this event and every letter its outcome. */
  async comes(
    heading: string,
    on: string,
    type: TimelineEvent['type'],
    beside: readonly string[] = [],
  ): Promise<CaseView> {
    const settled = await until(`${type} in ${this.reference}`, 60, () => this.settledWith(type));
    return this.tells({ heading, on, beside, ...settled });
  }

  /** What has happened beside the case, once a letter of this kind has its outcome. */
  async goesOn(
    heading: string,
    on: string,
    beside: readonly string[],
    kind?: LetterRow['kind'],
  ): Promise<CaseView> {
    const settled = await until(`${heading} in ${this.reference}`, 60, async () => {
      const now = await this.settled();
      return kind === undefined || now?.letters.some(letter => letter.kind === kind) ? now : undefined;
    });
    return this.tells({ heading, on, beside, ...settled });
  }

  private async tells({ heading, on, beside, events, letters }: Told): Promise<CaseView> {
    const view = await this.read<CaseView>('');
    const now = new Map(view.tasks.map(({ id, kind }) => [id, kind]));
    const fresh = letters.filter(({ id }) => !this.seenLetters.has(id));
    this.steps.push({
      heading,
      on,
      beside,
      events: events.slice(this.seenEvents),
      letters: fresh.map(row => ({ row, caught: this.caught(row) })),
      opened: [...now].filter(([id]) => !this.tasks.has(id)).map(([, kind]) => kind),
      ended: [...this.tasks].filter(([id]) => !now.has(id)).map(([, kind]) => kind),
      view,
    });
    this.seenEvents = events.length;
    fresh.forEach(({ id }) => this.seenLetters.add(id));
    this.tasks = now;
    return view;
  }

  /** Time passes until ten in the morning of a day, or so much of it as the case's life has. */
  async windTo(date: string, workflowId = workflowIdOf(this.id)): Promise<void> {
    const workflow = { client: this.house.temporal, workflowId };
    const ahead = Date.parse(`${date}T09:00:00Z`) - (await ownTime(workflow));
    if (ahead <= 0) throw new Error(`The clock of ${this.reference} has passed ${date}.`);
    await windBy(workflow, ahead);
  }

  /** On a day, time itself having brought what it brings. */
  async passes(date: string, heading: string, type: TimelineEvent['type']): Promise<CaseView> {
    await this.windTo(date);
    return this.comes(heading, date, type);
  }

  /** A part of the case: its path after the case's own. */
  read<Body>(path: string): Promise<Body> {
    return this.handler.read<Body>(`/v1/cases/${this.id}${path}`);
  }

  give<Body = unknown>(verb: string, body: object): Promise<Body> {
    return this.handler.give<Body>(`/v1/cases/${this.id}/${verb}`, body);
  }

  send(path: string, bytes: string, called?: string): Promise<void> {
    return this.handler.send(`/v1/cases/${this.id}/${path}`, bytes, called);
  }

  giveToRequest(verb: string, body: object): Promise<unknown> {
    return this.handler.give(`/v1/requests/${this.opened.request}/${verb}`, body);
  }

  /** Waits until the run has ended, its last letter's outcome and row included. */
  async ends(): Promise<void> {
    const handle = this.house.temporal.workflow.getHandle(workflowIdOf(this.id));
    await until(`The end of ${this.reference}`, 60, async () => {
      const { status } = await handle.describe();
      return status.name === 'RUNNING' ? undefined : true;
    });
  }

  expects(says: string, found: unknown, expected: unknown): void {
    this.expectations.push({ says, isMet: isDeepStrictEqual(found, expected), found });
  }

  get letters(): Step['letters'] {
    return this.steps.flatMap(({ letters }) => letters);
  }

  private caught({ messageId }: LetterRow): CaughtLetter | undefined {
    return this.house.mail.letters().find(letter => letter.messageId === messageId);
  }

  private async settledWith(type: TimelineEvent['type']) {
    const settled = await this.settled();
    const isFresh = settled?.events.slice(this.seenEvents).some(event => event.type === type);
    return isFresh ? settled : undefined;
  }

  /** Everything, once each letter has its outcome. */
  private async settled() {
    const { events } = await this.read<TimelineView>('/timeline');
    const { letters } = await this.read<LettersView>('/letters');
    // A letter to a person is settled for the case only once its outcome has come back as an event.
    const told = new Set(events.map(event => event['letter']));
    const areSettled = letters.every(
      letter => isSettled(letter) && (isToStaff(letter) || isBeside(letter) || told.has(letter.id)),
    );
    return areSettled ? { events, letters } : undefined;
  }
}
