import { Injectable } from '@nestjs/common';
import { decide, isRefusal, type CommandOf } from '@duly/case';
import { Register, type RegisteredCase } from '@duly/register';
import { caseNow, CaseFiles } from '../cases/case-files.js';
import { AddRight, type AddingRight } from '../opening/add-right.js';
import { Refused } from '../problem/refused.js';

/**
 * A case closes as reclassified only when the request has a case of the right that the letter uses: that one is accepted first, so
 * that a crash between the two leaves a case too many, and never one too few (R34).
 */
@Injectable()
export class Reclassifying {
  constructor(
    private readonly files: CaseFiles,
    private readonly adding: AddRight,
    private readonly register: Register,
  ) {}

  /** @throws Refused where the case would refuse it */
  async prepare(
    known: RegisteredCase,
    command: CommandOf<'reclassify'>,
    expectedVersion: number | undefined,
    { reasons, ...adding }: AddingRight & { readonly reasons: string },
  ): Promise<void> {
    const decision = decide(await this.files.load(known), command, caseNow(known), expectedVersion);
    if (isRefusal(decision)) throw new Refused(decision);
    await this.refuseClosedSister(known, command);
    await this.adding.ensure(known, { right: command.as, origin: 'reclassified', reasons }, adding);
  }

  /** A case of the right right that has closed is no place to go on: the request would be left without an open one. */
  async refuseClosedSister(known: RegisteredCase, { as }: CommandOf<'reclassify'>): Promise<void> {
    const cases = await this.register.cases.ofRequest(known.requestId);
    const sister = cases.find(({ right, caseId }) => right === as && caseId !== known.caseId);
    if (!sister?.closedOn) return;
    throw new Refused({
      code: 'case-closed',
      cite: 'UK GDPR Art 12(2)–(4) (R34)',
      message: `The request has a case of that right, ${sister.reference}, which closed on ${sister.closedOn}.`,
      remedy: 'Reopen that case first, with the reasons; then reclassify this one.',
      caseId: known.caseId,
      verb: 'reclassify',
      closedOn: sister.closedOn,
    });
  }
}
