import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { caseRoutes, commandAnswer, requestCommandAnswer, type CaseView } from '@duly/api-contract';
import { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { markOf, ofCase, ofRequest, type Foreseen } from './foreseen.js';
import { movedOnTo, sinceOpened, type SinceOpened } from './since-opened.js';
import type { Step } from './step.js';

/** A step that somebody means to take, on the case as they have read it. */
export interface MeantStep {
  readonly token: string;
  readonly step: Step;
  readonly view: CaseView;
  readonly body: StepBody;
}

/** `expectedVersion`: what they have read; a step of a whole request has none. */
export type StepBody = Readonly<Record<string, unknown>> & { readonly expectedVersion?: number };

export interface Seen {
  readonly foreseen: Foreseen;
  readonly since: readonly SinceOpened[];
  /** That the preview shows, so that exactly this is sent. */
  readonly version: number | undefined;
}

/** `again`: something of the system’s own has changed what would be sent, so it is shown once more. */
export type Taken = { readonly version: number } | { readonly again: Seen };

/** A letter may be given, and a day may come, as often as this while a page is sent; after that it is asked for again. */
const mostRounds = 5;

/**
 * Shows and takes steps. What a colleague did since the page was opened stops a step; what the system itself did (a letter was given) does
 * not: then the step is reckoned on the case as it stands now, and whoever takes it is told.
 */
@Injectable()
export class TakingSteps {
  constructor(private readonly api: DulyApi) {}

  /** @throws ApiProblem as the API refuses it; `since` of a `version-conflict` is all that has happened */
  async see(meant: MeantStep): Promise<Seen> {
    const { told, since, body } = await this.onCaseAsItStands(meant, body =>
      this.preview({ ...meant, body }),
    );
    return { foreseen: told, since, version: body.expectedVersion };
  }

  /** Sends what was seen, and nothing else. @param mark of the preview that was seen; '' of a step without one. @throws ApiProblem */
  async take(meant: MeantStep, key: string, mark: string): Promise<Taken> {
    const { told, since } = await this.onCaseAsItStands<Taken>(meant, async body => {
      const isMoved = body !== meant.body;
      const again =
        isMoved && meant.step.preview ? await this.otherwise({ ...meant, body }, mark) : undefined;
      if (again) return { again: { foreseen: again, since: [], version: body.expectedVersion } };
      return { version: await this.give({ ...meant, body }, isMoved ? laterKey(key, body) : key) };
    });
    return 'again' in told ? { again: { ...told.again, since } } : told;
  }

  private async onCaseAsItStands<Told>(
    meant: MeantStep,
    attempt: (body: StepBody) => Promise<Told>,
  ): Promise<{ readonly told: Told; readonly since: readonly SinceOpened[]; readonly body: StepBody }> {
    let [body, since]: [StepBody, readonly SinceOpened[]] = [meant.body, []];
    for (let round = 1; ; round += 1)
      try {
        return { told: await attempt(body), since, body };
      } catch (error) {
        const version = movedOnTo(error);
        if (!(error instanceof ApiProblem) || version === undefined || round > mostRounds) throw error;
        since = await this.happenedSince(meant, version);
        if (since.some(({ isOwn }) => !isOwn)) throw new ApiProblem({ ...error.problem, since });
        body = { ...body, expectedVersion: version };
      }
  }

  private async happenedSince(
    { token, view, body }: MeantStep,
    version: number,
  ): Promise<readonly SinceOpened[]> {
    const [params, query] = [{ id: view.id }, { atLeast: String(version) }];
    const timeline = await this.api.read(token, caseRoutes.readTimeline, { params, query });
    return sinceOpened(timeline, body.expectedVersion ?? version, version);
  }

  private async preview({ token, step, view, body }: MeantStep): Promise<Foreseen> {
    if (!step.preview) throw new Error(`${step.verb} writes nothing, so there is nothing to see.`);
    const told: unknown = await this.api.give(token, step.preview, { params: paramsOf(step, view), body });
    return step.of === 'case' ? ofCase(told) : ofRequest(told, view.id);
  }

  /** What would be sent where it is no longer what was seen. */
  private async otherwise(meant: MeantStep, mark: string): Promise<Foreseen | undefined> {
    try {
      const foreseen = await this.preview(meant);
      return markOf(foreseen) === mark ? undefined : foreseen;
    } catch (error) {
      // A second click comes after its own first one: the API answers the key of the first with what it did.
      if (movedOnTo(error) !== undefined) return undefined;
      throw error;
    }
  }

  /** @returns the version that the case has come to, so that the page that follows shows what was done */
  private async give({ token, step, view, body }: MeantStep, key: string): Promise<number> {
    const params = paramsOf(step, view);
    const told: unknown = await this.api.give(token, step.command, { params, body, key });
    if (step.of === 'case') return commandAnswer.parse(told).version;
    const own = requestCommandAnswer.parse(told).find(one => one.case === view.id);
    if (own?.problem) throw new ApiProblem(own.problem);
    return own?.version ?? view.version;
  }
}

const paramsOf = ({ of }: Step, { id, requestId }: CaseView) => ({ id: of === 'case' ? id : requestId });

/** The same form at the same version is the same command, however often it is sent. */
function laterKey(key: string, { expectedVersion = 0 }: StepBody): string {
  return createHash('sha256').update(`${key} ${expectedVersion}`).digest('hex');
}
