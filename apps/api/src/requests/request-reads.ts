import { Injectable } from '@nestjs/common';
import type { PeopleView, ReadQuery, RequestView } from '@duly/api-contract';
import { peopleOf } from '@duly/case';
import { Register, type RegisteredRequest } from '@duly/register';
import { caseItem } from '../cases/case-item.js';
import { CaseFiles } from '../cases/case-files.js';
import { PrivateReads } from '../cases/private-reads.js';
import { noSuchRequest } from '../commands/command-errors.js';
import type { Caller } from '../sign-in/caller.js';

/** What a caller reads of a request, with the cases it opened. */
@Injectable()
export class RequestReads {
  constructor(
    private readonly register: Register,
    private readonly files: CaseFiles,
    private readonly privately: PrivateReads,
  ) {}

  /** A request has no version of its own, so `atLeast` is met by every answer. @throws ApiError `no-such-request` */
  async one(caller: Caller, requestId: string, _query: ReadQuery): Promise<RequestView> {
    const request = await this.register.cases.request(requestId);
    if (!request) throw noSuchRequest;
    const [people, [words = null, externalReference = null]] = await Promise.all([
      this.peopleOf(caller, request),
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

  /** As what somebody asks, every case of the request says alike. */
  private async peopleOf(caller: Caller, { requestId, cases }: RegisteredRequest): Promise<PeopleView> {
    const [first] = cases;
    if (!first) return null;
    return this.privately.people(caller, { requestId }, peopleOf(await this.files.load(first)));
  }
}
