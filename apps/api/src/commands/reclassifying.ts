import { Injectable } from '@nestjs/common';
import { decide, isRefusal, type CommandOf } from '@duly/case';
import type { RegisteredCase } from '@duly/register';
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
    await this.adding.ensure(known, { right: command.as, origin: 'reclassified', reasons }, adding);
  }
}
