import type {
  CaseView,
  ClockView,
  CommandAnswerBody,
  LettersView,
  Problem,
  RequestCommandAnswer,
  RequestOpened,
  TimelineView,
} from '@duly/api-contract';
import type { EventType, RequestVerb, Verb } from '@duly/case';
import { until } from '@duly/infra';
import type { ApiAnswer, ApiCaller } from './api-caller.js';
import type { Journey } from './journey.js';
import { requestBody } from './letter-of-request.js';

/** One case of a journey, told through HTTP by the handler who has it. */
export class CaseLife {
  /** The version of the last answer; reads ask for no older one. */
  private seen = 1;

  private constructor(
    readonly journey: Journey,
    readonly handler: ApiCaller,
    readonly opened: RequestOpened,
    readonly id: string,
  ) {}

  /** Opens a request, and follows the first of its cases. */
  static async open(journey: Journey, changes: Readonly<Record<string, unknown>> = {}): Promise<CaseLife> {
    const handler = await journey.as('handler');
    const opened = await handler.done<RequestOpened>('/v1/requests', requestBody(changes));
    return new CaseLife(journey, handler, opened, opened.cases[0]?.id ?? '');
  }

  /** The first case of what was opened otherwise. */
  static following(journey: Journey, handler: ApiCaller, opened: RequestOpened): CaseLife {
    return new CaseLife(journey, handler, opened, opened.cases[0]?.id ?? '');
  }

  /** The same for another case of the request. */
  sister(place: number): CaseLife {
    return new CaseLife(this.journey, this.handler, this.opened, this.opened.cases[place]?.id ?? '');
  }

  async give(verb: Verb, body: object): Promise<CommandAnswerBody> {
    const answer = await this.handler.done<CommandAnswerBody>(`/v1/cases/${this.id}/${verb}`, body);
    this.seen = answer.version;
    return answer;
  }

  refused(verb: Verb, body: object): Promise<ApiAnswer<Problem>> {
    return this.handler.refused(`/v1/cases/${this.id}/${verb}`, body);
  }

  async giveToRequest(verb: RequestVerb, body: object): Promise<RequestCommandAnswer> {
    const path = `/v1/requests/${this.opened.request}/${verb}`;
    const answer = await this.handler.done<RequestCommandAnswer>(path, body);
    this.seen = answer.find(one => one.case === this.id)?.version ?? this.seen;
    return answer;
  }

  view(): Promise<CaseView> {
    return this.handler.read(`/v1/cases/${this.id}?atLeast=${this.seen}`);
  }
  clock(): Promise<ClockView> {
    return this.handler.read(`/v1/cases/${this.id}/clock?atLeast=${this.seen}`);
  }
  timeline(): Promise<TimelineView> {
    return this.handler.read(`/v1/cases/${this.id}/timeline?atLeast=${this.seen}`);
  }
  letters(): Promise<LettersView> {
    return this.handler.read(`/v1/cases/${this.id}/letters?atLeast=${this.seen}`);
  }

  /** The text, on one line, of the letter of this case that says so; waits until it has come. */
  async letterSaying(words: string): Promise<string> {
    const { reference } = await this.view();
    const inOneLine = ({ text }: { readonly text: string }): string => text.replace(/\s+/gu, ' ');
    const caught = await this.journey.servers.mail.letter(letter => {
      const text = inOneLine(letter);
      return text.includes(reference) && text.includes(words);
    });
    return inOneLine(caught);
  }

  async types(): Promise<readonly EventType[]> {
    return (await this.timeline()).events.map(({ type }) => type);
  }

  /** Waits until the case has this event, so many times, and answers with the last of them. */
  async happens(type: EventType, times = 1): Promise<TimelineView['events'][number]> {
    let heard: readonly string[] = [];
    try {
      return await until(type, 30, async () => {
        const { events } = await this.timeline();
        heard = events.map(event => `${event.on} ${event.type}`);
        const found = events.filter(event => event.type === type);
        return found.length >= times ? found.at(-1) : undefined;
      });
    } catch {
      throw new Error(`${type} did not happen in case ${this.id}, but:\n${heard.join('\n')}`);
    }
  }

  /** Every letter to a person has its outcome in the case, so that nothing is under way when its clock is wound. */
  private async isAtRest(): Promise<true> {
    return until(`The rest of case ${this.id}`, 30, async () => {
      const { letters } = await this.letters();
      const toPeople = letters.filter(
        ({ recipient }) => recipient === 'requester' || recipient === 'recipient',
      );
      const outcomes = (await this.types()).filter(
        type => type === 'NoticeGiven' || type === 'NoticeNotGiven',
      );
      return (toPeople.length > 0 && outcomes.length >= toPeople.length) || undefined;
    });
  }

  /** Winds the case's own clock, once it is at rest. */
  async windTo(instant: string): Promise<void> {
    await this.isAtRest();
    return this.journey.clockOf(this.id).windTo(instant);
  }
}
