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
  private constructor(
    private readonly journey: Journey,
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

  /** The same for another case of the request. */
  sister(place: number): CaseLife {
    return new CaseLife(this.journey, this.handler, this.opened, this.opened.cases[place]?.id ?? '');
  }

  give(verb: Verb, body: object): Promise<CommandAnswerBody> {
    return this.handler.done(`/v1/cases/${this.id}/${verb}`, body);
  }

  refused(verb: Verb, body: object): Promise<ApiAnswer<Problem>> {
    return this.handler.refused(`/v1/cases/${this.id}/${verb}`, body);
  }

  giveToRequest(verb: RequestVerb, body: object): Promise<RequestCommandAnswer> {
    return this.handler.done(`/v1/requests/${this.opened.request}/${verb}`, body);
  }

  view(): Promise<CaseView> {
    return this.handler.read(`/v1/cases/${this.id}`);
  }
  clock(): Promise<ClockView> {
    return this.handler.read(`/v1/cases/${this.id}/clock`);
  }
  timeline(): Promise<TimelineView> {
    return this.handler.read(`/v1/cases/${this.id}/timeline`);
  }
  letters(): Promise<LettersView> {
    return this.handler.read(`/v1/cases/${this.id}/letters`);
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

  windTo(instant: string): Promise<void> {
    return this.journey.clockOf(this.id).windTo(instant);
  }
}
