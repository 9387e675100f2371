import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Register, type AcceptedRequest } from '@duly/register';
import { isErased, Vault, type SealedRows } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { CalendarsInForce } from '../calendars/calendars-in-force.js';
import { Calls, type Begun } from '../calls/calls.js';
import { Clock } from '../clock.js';
import { ApiError } from '../problem/api-error.js';
import { successStatuses } from '../http-status.js';
import { ApiMetrics } from '../metrics/api-metrics.js';
import { Refused } from '../problem/refused.js';
import { likenessOf } from './likeness-of.js';
import {
  judgeOpening,
  peopleIn,
  peopleNamed,
  type JudgedOpening,
  type LetterBody,
  type OpeningIds,
} from './judge-opening.js';

import { refuseUnknownCase } from './refuse-unknown-case.js';
import { openedView } from './opened-view.js';
import { Starts } from './starts.js';
import { soughtNamesOf } from './sought-names.js';
import { suppressionsOf } from './suppressions.js';
import type { CaseTerms } from './case-terms.js';

/** Seconds in which this process starts the cases itself before the sweeper of any process may. */
const grace = 10;

/**
 * Opens a request: judge it, make its keys, accept it in one transaction, start its cases. Once it is accepted nothing can
 * take it back: a case that cannot be started now is started by the sweeper.
 */
@Injectable()
export class OpenRequest {
  constructor(
    private readonly calls: Calls,
    private readonly clock: Clock,
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly starts: Starts,
    private readonly calendars: CalendarsInForce,
    private readonly metrics: ApiMetrics,
  ) {}

  open(call: Call, body: LetterBody): Promise<Answer> {
    const ids: OpeningIds = {
      requestId: randomUUID(),
      wordsId: randomUUID(),
      externalReferenceId: randomUUID(),
      doubtsId: randomUUID(),
      caseIds: body.rights.map(() => randomUUID()),
    };
    return this.calls.once(call, ids, async begun => {
      if (body.aboutCase) await refuseUnknownCase(this.register, body.aboutCase);
      const terms = await this.calendars.termsForNewCases();
      const judged = this.judged(body, begun, terms);
      const accepted = await this.accept(judged, body, begun, call.correlationId);
      const haveStarted = await this.starts.startAll(accepted.cases.map(({ opening }) => opening));
      if (!accepted.wasAccepted) this.metrics.opened(body.rights, haveStarted);
      const status = haveStarted ? successStatuses.created : successStatuses.accepted;
      return { status, body: openedView(begun.work.requestId, accepted) };
    });
  }

  private judged(body: LetterBody, { work, staffId }: Begun<OpeningIds>, terms: CaseTerms): JudgedOpening {
    try {
      return judgeOpening(body, work, staffId, this.clock.now(), terms);
    } catch (error) {
      throw error instanceof Refused ? this.metrics.counted('open', error) : error;
    }
  }

  private async accept(
    judged: JudgedOpening,
    body: LetterBody,
    { work: ids, claim, staffId }: Begun<OpeningIds>,
    correlationId: string,
  ): Promise<AcceptedRequest> {
    const { requestId, wordsId, externalReferenceId, caseIds } = ids;
    await this.vault.createKeys(requestId, caseIds);
    return this.register.accept(
      {
        requestId,
        receivedOn: judged.receivedOn,
        ...(judged.receivedAt && { receivedAt: judged.receivedAt }),
        channel: body.channel,
        people: peopleNamed(body),
        wordsId,
        ...(body.externalReference && { externalReferenceId }),
        acceptedBy: staffId,
        correlationId,
        cases: judged.cases,
        suppressions: await suppressionsOf(body, this.vault),
        likeness: await likenessOf(body.subject, this.vault),
        soughtNames: await soughtNamesOf(peopleIn(body), this.vault),
        ...(body.aboutCase && { aboutCase: body.aboutCase }),
        sealedRows: await this.sealed(body, ids),
        grace,
      },
      claim,
    );
  }

  private async sealed(body: LetterBody, ids: OpeningIds): Promise<readonly SealedRows[]> {
    const { requestId, wordsId, externalReferenceId, doubtsId } = ids;
    const rows = [
      await this.vault.sealPeople(requestId, peopleIn(body)),
      await this.vault.sealWords({ wordsId, requestId, text: body.words }),
      ...(body.doubts === undefined
        ? []
        : [await this.vault.sealWords({ wordsId: doubtsId, requestId, text: body.doubts })]),
      ...(body.externalReference
        ? [
            await this.vault.sealWords({
              wordsId: externalReferenceId,
              requestId,
              text: body.externalReference,
            }),
          ]
        : []),
    ];
    return rows.map(row => {
      if (isErased(row)) throw sweptAway;
      return row;
    });
  }
}

/** The keys of an opening that took very long were swept as orphans before it was accepted. */
const sweptAway = new ApiError('erased', {
  detail: 'An earlier try of this call was given up, and its keys are gone. Nothing was accepted.',
  remedy: 'Send the same again with a new Idempotency-Key.',
});
