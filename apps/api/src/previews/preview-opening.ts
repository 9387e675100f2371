import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { notYetReferenced, type OpenRequest, type OpeningPreview } from '@duly/api-contract';
import { lettersDecidedBy, openCaseFile, type LetterOrder } from '@duly/case';
import type { NotYetKept } from '@duly/letters';
import type { Instant } from '@duly/law';
import { Register, type IntakeCase } from '@duly/register';
import { CalendarsInForce } from '../calendars/calendars-in-force.js';
import { caseItem } from '../cases/case-item.js';
import { Clock } from '../clock.js';
import { judgeOpening, peopleIn, type OpeningIds } from '../opening/judge-opening.js';
import { likenessOf } from '../opening/likeness-of.js';
import { LookAlikeReads } from '../requests/look-alike-reads.js';
import { Vault } from '@duly/vault';
import { refuseUnknownCase } from '../opening/refuse-unknown-case.js';
import type { Caller } from '../sign-in/caller.js';
import { StaffOfCalls } from '../staff/staff-of-calls.js';
import { PreviewLetters } from './preview-letters.js';

/** A letter for all the cases is there once, whichever of them decides it. */
function ordered(cases: readonly IntakeCase[]): readonly LetterOrder[] {
  const orders = cases.flatMap(({ opening }) => {
    const file = openCaseFile(opening);
    return opening.events.flatMap(event => lettersDecidedBy(file, event));
  });
  return [...new Map(orders.map(order => [order.letterId, order])).values()];
}

function asItWouldStand({ summary }: IntakeCase): OpeningPreview['cases'][number] {
  const { id: _notYetThere, version: _ofNone, ...rest } = caseItem(summary);
  return rest;
}

/**
 * `POST /v1/requests/preview`: the judge and the writer of an opening, and nothing kept. What it shows came with the call itself, so the
 * audit log has nothing to say of it (0065).
 */
@Injectable()
export class PreviewOpening {
  constructor(
    private readonly clock: Clock,
    private readonly register: Register,
    private readonly calendars: CalendarsInForce,
    private readonly staff: StaffOfCalls,
    private readonly letters: PreviewLetters,
    private readonly vault: Vault,
    private readonly lookAlikes: LookAlikeReads,
  ) {}

  /** @throws ApiError `no-such-case` · Refused like the opening itself */
  async of(caller: Caller, body: OpenRequest): Promise<OpeningPreview> {
    if (body.aboutCase) await refuseUnknownCase(this.register, body.aboutCase);
    const ids = idsOfNone(body);
    const now = this.clock.now();
    const by = await this.staff.idOf(caller);
    const judged = judgeOpening(body, ids, by, now, await this.calendars.termsForNewCases());
    const reference = notYetReferenced(judged.receivedOn);
    const cases = judged.cases(reference);
    const [first, ...more] = cases.map(({ summary }) => summary.right);
    if (!first) throw new Error('A request was judged without any right.');
    const request = { reference, rights: [first, ...more], people: peopleIn(body) } as const;
    const notYetKept: NotYetKept = { words: new Map([[ids.wordsId, body.words]]), request };
    const letters = await this.letters.of(ordered(cases), now.getTime() as Instant, notYetKept);
    const lookAlikes = await this.lookAlikes.like(await likenessOf(body.subject, this.vault));
    return { reference, letters, cases: cases.map(asItWouldStand), lookAlikes: [...lookAlikes] };
  }
}

/** Ids that nothing will ever be kept under. */
function idsOfNone({ rights }: OpenRequest): OpeningIds {
  return {
    requestId: randomUUID(),
    wordsId: randomUUID(),
    externalReferenceId: randomUUID(),
    doubtsId: randomUUID(),
    caseIds: rights.map(() => randomUUID()),
  };
}
