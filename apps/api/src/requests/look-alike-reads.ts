import { Injectable } from '@nestjs/common';
import type { LookAlikesView } from '@duly/api-contract';
import { Register } from '@duly/register';
import { caseItem } from '../cases/case-item.js';
import { noSuchRequest } from '../commands/command-errors.js';

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
    const found = alike.map(async ({ requestId: other, reference, receivedOn, same }) => ({
      request: other,
      reference,
      receivedOn,
      same: [...same],
      isLinked: linked.includes(other),
      cases: (await cases.ofRequest(other)).map(caseItem),
    }));
    return { id: requestId, reference: request.reference, lookAlikes: await Promise.all(found) };
  }
}
