import { Injectable } from '@nestjs/common';
import {
  caseRoutes,
  collectionRoutes,
  deliveryRoutes,
  documentRoutes,
  mayDo,
  packageRoutes,
  requestRoutes,
  type Route,
} from '@duly/api-contract';
import { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi, type Answered } from '../duly-api/duly-api.js';
import type { Session } from '../sign-in/session.js';

/** What the page of a case is written from. */
export type CaseRead = Awaited<ReturnType<ReadCase['of']>>;

/** Everything that the page of a case shows, asked for at once. */
@Injectable()
export class ReadCase {
  constructor(private readonly api: DulyApi) {}

  /** @param atLeast the version that the page is to show, as an address has it. @throws ApiProblem of what the page cannot be without */
  async of(session: Session, id: string, atLeast: string | undefined) {
    await this.untilThere(session, id, atLeast);
    const read = <Called extends Route>(route: Called): Promise<Answered<Called>> =>
      this.api.read(session.token, route, { params: { id } });
    const viewed = read(caseRoutes.readCase);
    const [view, request, clock, { letters }, timeline, steps, documents, sources, packages, deliveries] =
      await Promise.all([
        viewed,
        viewed.then(({ requestId }) => this.requestOf(session, requestId)),
        read(caseRoutes.readClock),
        read(caseRoutes.readLetters),
        read(caseRoutes.readTimeline),
        // Whoever works no case is not told what can be done with it; a case that has not begun has no steps.
        mayDo(session.roles, 'work cases') ? whereThere(read(caseRoutes.readSteps)) : undefined,
        whereThere(read(documentRoutes.listDocuments)),
        whereThere(read(collectionRoutes.readSourcesOfCase)),
        whereThere(read(packageRoutes.readPackage)),
        whereThere(read(deliveryRoutes.readDeliveries)),
      ]);
    return {
      ...{ view, clock, letters, timeline, steps, request },
      documents: documents?.documents ?? [],
      collections: sources?.collections ?? [],
      packages: packages ? [packages.package, ...packages.earlier].filter(one => one !== null) : [],
      deliveries: deliveries?.deliveries ?? [],
    };
  }

  private requestOf({ token }: Session, id: string) {
    return whereThere(this.api.read(token, requestRoutes.readRequest, { params: { id } }));
  }

  /** What was just done is shown; where the register is behind for longer, the page as it stands is better than none. */
  private async untilThere(session: Session, id: string, atLeast: string | undefined): Promise<void> {
    if (atLeast === undefined || !/^\d{1,9}$/.test(atLeast)) return;
    await whereThere(
      this.api.read(session.token, caseRoutes.readClock, { params: { id }, query: { atLeast } }),
    );
  }
}

/** A part of the page that is not there yet, or not for this reader, is left out; every other failure is one. */
async function whereThere<Told>(asked: Promise<Told>): Promise<Told | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (['not-yet-there', 'not-permitted', 'erased'].includes(error.problem.code)) return undefined;
    throw error;
  }
}
