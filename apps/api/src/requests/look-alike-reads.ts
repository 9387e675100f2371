import { Injectable } from '@nestjs/common';
import type { LookAlikesView, OpeningPreview } from '@duly/api-contract';
import { Register, type Likeness, type LookAlike } from '@duly/register';
import { caseItem } from '../cases/case-item.js';
import { noSuchRequest } from '../commands/command-errors.js';

type LookAlikeView = OpeningPreview['lookAlikes'][number];

/** Shows which requests may be from the same person; who says so is the handler (R47, R49). */
@Injectable()
export class LookAlikeReads {
  constructor(private readonly register: Register) {}

  /** @throws ApiError `no-such-request` */
  async of(requestId: string): Promise<LookAlikesView> {
    const { cases, lookAlikes, links } = this.register;
    const request = await cases.request(requestId);
    if (!request) throw noSuchRequest;
    const [alike, linked] = await Promise.all([
      lookAlikes.of(requestId),
      links.requestsOfSamePerson(requestId),
    ]);
    const shown = await this.shown(alike);
    const found = shown.map(one => ({ ...one, isLinked: linked.includes(one.request) }));
    return { id: requestId, reference: request.reference, lookAlikes: found };
  }

  /** The same of somebody of whom no request is kept yet. */
  async like(likeness: readonly Likeness[]): Promise<readonly LookAlikeView[]> {
    return this.shown(await this.register.lookAlikes.like(likeness));
  }

  private shown(alike: readonly LookAlike[]): Promise<LookAlikeView[]> {
    return Promise.all(
      alike.map(async ({ requestId, reference, receivedOn, same }) => ({
        request: requestId,
        reference,
        receivedOn,
        same: [...same],
        cases: (await this.register.cases.ofRequest(requestId)).map(caseItem),
      })),
    );
  }
}
