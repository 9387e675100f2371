import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AddRightBody } from '@duly/api-contract';
import {
  decideOpening,
  isEvent,
  isRefusal,
  peopleFor,
  peopleOf,
  takenOver,
  type CaseEvent,
  type CaseFile,
  type CaseOrigin,
  type CaseRight,
  type OpenCase,
} from '@duly/case';
import type { Instant } from '@duly/law';
import { Register, type AddedRight, type RegisteredCase } from '@duly/register';
import { isErased, Vault, type Person } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { CaseFiles } from '../cases/case-files.js';
import { CalendarsInForce } from '../calendars/calendars-in-force.js';
import { Calls, type Begun } from '../calls/calls.js';
import { Clock } from '../clock.js';
import { erased, noSuchRequest, rightAlreadyThere } from '../commands/command-errors.js';
import { successStatuses } from '../http-status.js';
import { ApiMetrics } from '../metrics/api-metrics.js';
import { Refused } from '../problem/refused.js';
import { intakeCase } from './judge-opening.js';
import { openedView } from './opened-view.js';
import { Starts } from './starts.js';
import { refuseUnknownCase } from './refuse-unknown-case.js';
import { listingOf, suppressionsOf } from './suppressions.js';

/** A right that a letter uses, and how it came to be seen late. */
export type RightOfLetter = AddRightBody & { readonly origin: CaseOrigin };

/** Ids that the first try chose, and whose call it is. */
export type AddingRight = Pick<Begun<{ readonly caseId: string }>, 'claim' | 'work' | 'staffId'> & {
  readonly correlationId: string;
};

/**
 * Adds a case to a request: the same people, the same words, the letter's own day of receipt, the next number (R34, R46). Accepted in
 * one transaction and started like any other, so also while Temporal is down.
 */
@Injectable()
export class AddRight {
  constructor(
    private readonly calls: Calls,
    private readonly clock: Clock,
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly starts: Starts,
    private readonly calendars: CalendarsInForce,
    private readonly files: CaseFiles,
    private readonly metrics: ApiMetrics,
  ) {}

  async add(call: Call, requestId: string, body: AddRightBody): Promise<Answer> {
    const [first] = await this.register.cases.ofRequest(requestId);
    if (!first) throw noSuchRequest;
    if (body.aboutCase) await refuseUnknownCase(this.register, body.aboutCase);
    return this.calls.once(call, { caseId: randomUUID() }, async begun => {
      const adding = { ...begun, correlationId: call.correlationId };
      const { kind, reference, added } = await this.accept(first, { ...body, origin: 'overlooked' }, adding);
      if (kind === 'already-there') throw rightAlreadyThere;
      const hasStarted = await this.starts.startAll([added.opening]);
      const status = hasStarted ? successStatuses.created : successStatuses.accepted;
      return { status, body: openedView(requestId, { reference, cases: [added], wasAccepted: false }) };
    });
  }

  /** Adds it, and begins it where that is possible now. Where the request has a case of this right, nothing is added. */
  async ensure(sister: RegisteredCase, right: RightOfLetter, adding: AddingRight): Promise<void> {
    const { kind, added } = await this.accept(sister, right, adding);
    if (kind === 'added') await this.starts.startAll([added.opening]);
  }

  private async accept(
    sister: RegisteredCase,
    { reasons, ...more }: RightOfLetter,
    { work: { caseId }, staffId, claim, correlationId }: AddingRight,
  ): Promise<AddedRight> {
    const { requestId } = sister;
    const { right, aboutCase, stopFor } = more;
    await this.vault.createKeys(requestId, [caseId]);
    const reasonsId = caseId;
    const sealed = await this.vault.sealWords({ wordsId: reasonsId, requestId, caseId, text: reasons });
    if (isErased(sealed)) throw erased;
    const subject = await this.subjectOf(sister);
    const said = { by: staffId, reasons: reasonsId, ...listingOf(right, subject) };
    const events = await this.judged(sister, more, said);
    const terms = await this.calendars.termsForNewCases();
    const outcome = await this.register.addRight(
      {
        requestId,
        caseId,
        right,
        addedBy: staffId,
        correlationId,
        sealedRows: [sealed],
        // It takes effect at once, however late it was seen (Art 21(3)).
        suppressions: await suppressionsOf(
          { rights: [right], subject, channel: sister.channel, ...(stopFor && { stopFor }) },
          this.vault,
        ),
        ...(aboutCase && { aboutCase }),
        toCase: reference => intakeCase(events, caseId, requestId, reference, terms),
      },
      claim,
    );
    if (outcome.kind === 'added') this.metrics.added(right);
    return outcome;
  }

  /** The receipt, and what the request has on record of who asks. @throws Refused */
  private async judged(
    sister: RegisteredCase,
    { right, origin, aboutCase, stopFor }: Omit<RightOfLetter, 'reasons'>,
    said: Pick<OpenCase, 'by' | 'reasons' | 'unlisted'>,
  ): Promise<readonly CaseEvent[]> {
    const sisters = await this.sistersOf(sister.requestId);
    const command: OpenCase = {
      ...(await this.letterOf(sister, right, sisters)),
      ...said,
      verb: 'open',
      right,
      origin,
      ...(aboutCase && { about: aboutCase }),
      ...(stopFor && { stopFor }),
    };
    const opened = decideOpening(command, this.now());
    if (isRefusal(opened)) throw this.metrics.counted('open', new Refused(opened));
    return opened.flatMap(event =>
      isEvent(event, 'RequestReceived') ? [event, ...takenOver(sisters, event)] : [event],
    );
  }

  private now(): Instant {
    return this.clock.now().getTime() as Instant;
  }

  private async sistersOf(requestId: string): Promise<readonly CaseFile[]> {
    const cases = await this.register.cases.ofRequest(requestId);
    return Promise.all(cases.map(one => this.files.load(one)));
  }

  /** What every case of the request says of the letter; its day of receipt as it stands after every correction. */
  private async letterOf(
    { caseId, requestId, receivedOn }: RegisteredCase,
    right: CaseRight,
    sisters: readonly CaseFile[],
  ): Promise<Omit<OpenCase, 'verb' | 'by' | 'right'>> {
    const sister = sisters.find(({ opening }) => opening.caseId === caseId);
    const received = sister?.events.find(event => isEvent(event, 'RequestReceived'));
    const request = await this.register.cases.request(requestId);
    if (!sister || !received || !request) throw new Error(`Case ${caseId} has no opening.`);
    const { channel, words, at, on } = received;
    const rights = [...request.cases.map(one => one.right), right];
    const people = peopleFor(right, rights, { ...peopleOf(sister), recipient: request.hasRecipient });
    return { channel, words, people, receivedOn, ...(at && on === receivedOn && { receivedAt: at }) };
  }

  /** @throws ApiError `erased` */
  private async subjectOf({ requestId }: RegisteredCase): Promise<Person> {
    const people = await this.vault.people(requestId);
    if (isErased(people) || !people.subject) throw erased;
    return people.subject;
  }
}
