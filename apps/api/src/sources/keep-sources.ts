import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  SourceBody,
  SourceChangeBody,
  SourceRegistered,
  SourcesView,
  SourceView,
} from '@duly/api-contract';
import { isWrong, newHookSecret, targetOf } from '@duly/courier';
import { checkEntity, NotAnEntity } from '@duly/disclosure';
import { Register, type Source, type SourceTerms } from '@duly/register';
import { Vault } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { HookRules } from '../hooks/hook-rules.js';
import { successStatuses } from '../http-status.js';
import { noSuchSource, notForThisSource, sourceNameTaken, wrongTerms } from './source-errors.js';

const usualOverlap = 24;

function viewOf({ sourceId: id, hasSecret: _hasSecret, kind: _kind, ...source }: Source): SourceView {
  const { rights, entities, terms } = source;
  return {
    ...source,
    id,
    rights: rights && [...rights],
    entities: structuredClone(entities) as SourceView['entities'],
    terms: structuredClone(terms) as SourceView['terms'],
  };
}

/** The register of sources, and what it takes to ask them. */
@Injectable()
export class KeepSources {
  constructor(
    private readonly calls: Calls,
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly rules: HookRules,
  ) {}

  async list(): Promise<SourcesView> {
    return { sources: (await this.register.sources.list()).map(viewOf) };
  }

  async read(sourceId: string): Promise<SourceView> {
    return viewOf(await this.found(sourceId));
  }

  async add(call: Call, { connection, rights = null, ...body }: SourceBody): Promise<Answer> {
    const answer = await this.calls.once(call, { sourceId: randomUUID() }, async ({ work, staffId }) => {
      const { sourceId } = work;
      this.mustBeRight(body.name, body.entities, body.terms);
      const { kind } = body.terms;
      const plain = kind === 'webhook' ? newHookSecret() : connection;
      const secret = plain === undefined ? null : await this.sealed(sourceId, plain);
      if (!(await this.register.sources.register({ ...body, sourceId, kind, rights, secret }, staffId)))
        throw sourceNameTaken;
      return { status: successStatuses.ok, body: { id: sourceId } };
    });
    return this.withSecret(answer);
  }

  change(call: Call, sourceId: string, { connection, ...body }: SourceChangeBody): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      const source = await this.found(sourceId);
      const { entities = source.entities, terms = source.terms } = body;
      if (terms.kind !== source.kind)
        throw wrongTerms('terms', 'must stay of the kind that the source was registered with');
      if (connection !== undefined && source.kind !== 'postgresql')
        throw wrongTerms('connection', 'must be given of a postgresql source, and of no other');
      this.mustBeRight(source.name, entities, terms);
      const secret = connection === undefined ? {} : { secret: await this.sealed(sourceId, connection) };
      if (!(await this.register.sources.change(sourceId, { ...body, ...secret }, staffId)))
        throw noSuchSource;
      return { status: successStatuses.ok, body: await this.read(sourceId) };
    });
  }

  async rotate(call: Call, sourceId: string, overlapHours = usualOverlap): Promise<Answer> {
    const answer = await this.calls.once(call, {}, async ({ staffId }) => {
      const { kind } = await this.found(sourceId);
      if (kind !== 'webhook') throw notForThisSource;
      const secret = await this.sealed(sourceId, newHookSecret());
      if (!(await this.register.sources.rotate(sourceId, secret, overlapHours, staffId))) throw noSuchSource;
      return { status: successStatuses.ok, body: { id: sourceId } };
    });
    return this.withSecret(answer);
  }

  remove(call: Call, sourceId: string): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      if (!(await this.register.sources.remove(sourceId, staffId))) throw noSuchSource;
      return { status: successStatuses.ok, body: { id: sourceId } };
    });
  }

  private async found(sourceId: string): Promise<Source> {
    const source = await this.register.sources.byId(sourceId);
    if (!source) throw noSuchSource;
    return source;
  }

  private sealed(sourceId: string, secret: string): Promise<Buffer> {
    return this.vault.sealOwn('source secret', sourceId, secret);
  }

  private mustBeRight(
    name: string,
    entities: SourceBody['entities'] | Source['entities'],
    terms: SourceTerms,
  ) {
    try {
      for (const entity of entities) checkEntity({ source: name, ...entity });
    } catch (error) {
      if (error instanceof NotAnEntity) throw wrongTerms('entities', error.message.replace(/\.$/, ''));
      throw error;
    }
    if (new Set(entities.map(entity => entity.name)).size < entities.length)
      throw wrongTerms('entities', 'must not hold two of one name');
    if (terms.kind !== 'webhook') return;
    const target = targetOf(terms.url, this.rules.target);
    if (isWrong(target)) throw wrongTerms('terms.url', target.wrong);
  }

  /** A secret is shown once: the answer that is kept for a repeated call is without it. A connection is never shown. */
  private async withSecret(answer: Answer): Promise<Answer> {
    const { id } = answer.body as Partial<SourceRegistered>;
    if (answer.status !== successStatuses.ok || id === undefined) return answer;
    const source = await this.register.sources.byId(id);
    const sealed = source?.kind === 'webhook' ? await this.register.sources.secretToShow(id) : undefined;
    const secret = sealed ? await this.vault.openOwn('source secret', id, sealed) : null;
    return { status: answer.status, body: { id, secret } satisfies SourceRegistered };
  }
}
