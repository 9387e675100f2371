import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@duly/api-contract';
import { decide, isRefusal, personRoles, type CommandOf } from '@duly/case';
import { Register, type RegisteredRequest, type Suppression } from '@duly/register';
import { isErased, Vault, type People } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls, type Begun } from '../calls/calls.js';
import { caseNow, CaseFiles } from '../cases/case-files.js';
import { erased, noSuchRequest } from '../commands/command-errors.js';
import { RequestCommandsGiven } from '../commands/request-commands.js';
import { likenessOf } from '../opening/likeness-of.js';
import { soughtNamesOf } from '../opening/sought-names.js';
import { suppressionsFor } from '../opening/suppressions.js';
import { Refused } from '../problem/refused.js';

type Body = BodyOf<'name-people'>;
/** What the cases are told: who was named, never who they are. */
type Said = Omit<CommandOf<'name-people'>, 'verb' | 'by' | 'occasion'>;

/**
 * Names who takes part in a request, later or anew. The vault and the register keep it first, then each open case is told; letters that
 * are made from then on go by it.
 */
@Injectable()
export class NamePeople {
  constructor(
    private readonly calls: Calls,
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly files: CaseFiles,
    private readonly commands: RequestCommandsGiven,
  ) {}

  /** @throws ApiError `no-such-request` · `erased` @throws Refused where they do not go together */
  async name(call: Call, requestId: string, body: Body): Promise<Answer> {
    const request = await this.register.cases.request(requestId);
    if (!request) throw noSuchRequest;
    const { cases } = request;
    return this.calls.once(call, { commandId: randomUUID() }, async begun => {
      const said: Said = {
        named: personRoles.filter(role => body[role] !== undefined),
        rights: cases.map(({ right }) => right),
        reasons: body.reasons,
        ...(body.isSamePerson !== undefined && { isSamePerson: body.isSamePerson }),
        ...(body.actsAs && { actsAs: body.actsAs }),
        ...(body.child && { child: body.child }),
        ...(body.confirmLate !== undefined && { confirmLate: body.confirmLate }),
      };
      await this.refuseMisfit(request, { ...said, verb: 'name-people', by: begun.staffId });
      await this.keep(request, body, said, begun, call.correlationId);
      return this.commands.giveWithin({ call, requestId, verb: 'name-people', body: said, cases }, begun);
    });
  }

  /** Judged before anything is kept, so that the vault never holds what the cases refuse. */
  private async refuseMisfit({ cases }: RegisteredRequest, command: CommandOf<'name-people'>): Promise<void> {
    for (const one of cases.filter(({ closedOn }) => closedOn === null)) {
      const decision = decide(await this.files.load(one), command, caseNow(one));
      if (isRefusal(decision)) throw new Refused(decision);
    }
  }

  private async keep(
    request: RegisteredRequest,
    { subject, requester, recipient }: Body,
    { named }: Said,
    { claim, staffId }: Begun<unknown>,
    correlationId: string,
  ): Promise<void> {
    const { requestId, receivedOn } = request;
    const people: People = {
      ...(subject && { subject }),
      ...(requester && { requester }),
      ...(recipient && { recipient }),
    };
    const sealed = await this.vault.sealPeople(requestId, people);
    if (isErased(sealed)) throw erased;
    await this.register.namePeople(
      {
        requestId,
        receivedOn,
        named,
        namedBy: staffId,
        correlationId,
        soughtNames: await soughtNamesOf(people, this.vault),
        likeness: subject ? await likenessOf(subject, this.vault) : [],
        suppressions: await this.suppressions(request, subject),
        sealedRows: [sealed],
      },
      claim,
    );
  }

  /** Art 21(3): whoever objected to marketing is not reached by a new way either. */
  private async suppressions(
    { cases, channel }: RegisteredRequest,
    subject: Body['subject'],
  ): Promise<readonly Suppression[]> {
    const objection = cases.find(({ right }) => right === 'objection_direct_marketing');
    if (!objection || !subject) return [];
    const { events } = await this.files.load(objection);
    const [received] = events;
    const stopFor = received?.type === 'RequestReceived' ? received.stopFor : undefined;
    return suppressionsFor(subject, { channel, stopFor }, this.vault);
  }
}
