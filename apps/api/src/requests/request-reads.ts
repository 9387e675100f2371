import { Injectable } from '@nestjs/common';
import type { ReadQuery, RequestView } from '@duly/api-contract';
import { Register } from '@duly/register';
import { caseItem } from '../cases/case-item.js';
import { PrivateReads } from '../cases/private-reads.js';
import { noSuchRequest } from '../commands/command-errors.js';
import type { Caller } from '../sign-in/caller.js';

/** What a caller reads of a request, with the cases it opened. */
@Injectable()
export class RequestReads {
  constructor(
    private readonly register: Register,
    private readonly privately: PrivateReads,
  ) {}

  /** A request has no version of its own, so `atLeast` is met by every answer. @throws ApiError `no-such-request` */
  async one(caller: Caller, requestId: string, _query: ReadQuery): Promise<RequestView> {
    const request = await this.register.cases.request(requestId);
    if (!request) throw noSuchRequest;
    const [people, [words = null, externalReference = null]] = await Promise.all([
      this.privately.people(caller, requestId),
      this.privately.wordsOfRequest(caller, requestId, [request.wordsId, request.externalReferenceId]),
    ]);
    const { reference, channel, receivedOn, receivedAt, acceptedAt, acceptedBy, cases } = request;
    return {
      id: requestId,
      reference,
      rights: cases.map(({ right }) => right),
      channel,
      receivedOn,
      receivedAt,
      acceptedAt,
      acceptedBy,
      externalReference,
      aboutCase: request.aboutCase,
      words,
      people,
      cases: cases.map(caseItem),
    };
  }
}
