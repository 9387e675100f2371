import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { FolderStore, storeKeyOf } from '@duly/documents';
import { Register, type EntityHeld } from '@duly/register';
import { Database } from '@duly/postgres';
import { isErased, keysRole, Vault } from '@duly/vault';
import type { CaseLife } from './case-life.js';
import type { Journey } from './journey.js';

/** The key that development has where none is set. */
const masterKeys = 'development:ZHVseSBkZXZlbG9wbWVudCBrZXksIG5vIHNlY3JldCE=';

/** The register, the vault and the store of a journey, as an app has them. */
export class Shelf {
  private constructor(
    readonly register: Register,
    readonly keys: Database,
    readonly vault: Vault,
    readonly store: FolderStore,
  ) {}

  static async of({ environment }: Journey): Promise<Shelf> {
    const pool = { poolSize: 2, application: 'duly spec' };
    const register = await Register.open({ ...pool, url: environment['DATABASE_URL'] ?? '' });
    const keys = await Database.open({
      ...pool,
      url: environment['KEYS_DATABASE_URL'] ?? '',
      role: keysRole,
    });
    const vault = new Vault({ data: register.database, keys, masterKeys });
    return new Shelf(register, keys, vault, new FolderStore(environment['DOCUMENTS_FOLDER'] ?? ''));
  }

  async close(): Promise<void> {
    await this.register.close();
    await this.keys.close();
  }

  /** A document of the case, clean. */
  async keep(
    { id: caseId, opened: { request: requestId } }: CaseLife,
    content: string,
    of: { readonly askId: string | null; readonly entity: string | null; readonly called?: string },
  ): Promise<string> {
    const documentId = randomUUID();
    const place = { requestId, caseId, documentId };
    const nameWords = of.called === undefined ? null : randomUUID();
    if (nameWords !== null)
      await this.vault.storeWords({ wordsId: nameWords, requestId, caseId, text: of.called ?? '' });
    const purpose = of.entity === null ? 'original' : 'records';
    await this.register.documents.begin({
      ...place,
      askId: of.askId,
      purpose,
      entity: of.entity,
      nameWords,
      takenBy: 'source',
    });
    const sealed = await this.vault.sealDocument(place, Readable.from([Buffer.from(content)]));
    if (isErased(sealed)) throw new Error('The case is erased.');
    await this.store.put(storeKeyOf(place), sealed);
    const hash = await this.vault.commitments.ofDocument(
      requestId,
      createHash('sha256').update(content).digest('hex'),
    );
    if (isErased(hash)) throw new Error('The case is erased.');
    const mediaType = of.entity === null ? 'text/plain' : 'application/x-ndjson';
    await this.register.documents.received(documentId, {
      mediaType,
      bytes: Buffer.byteLength(content),
      hash,
      isOwn: true,
    });
    return documentId;
  }

  /** A source that is asked about a case, and gone again once it has answered. */
  private async asked(life: CaseLife, entities: readonly EntityHeld[]) {
    const sourceId = randomUUID();
    const name = `crm-${sourceId.slice(0, 8)}`;
    const terms = { kind: 'task', email: 'team@council.example' } as const;
    const source = {
      sourceId,
      name,
      title: 'The CRM',
      kind: 'task',
      rights: null,
      entities,
      terms,
      secret: null,
    } as const;
    await this.register.sources.register(source, 'spec');
    const where = {
      caseId: life.id,
      requestId: life.opened.request,
      purpose: 'collect',
      right: 'access',
      by: 'spec',
    } as const;
    const asks = await this.register.sourceAsks.begin(where);
    return { name, sourceId, asks, askId: asks.find(one => one.sourceId === sourceId)?.askId ?? '' };
  }

  /** What one source has answered for a case: its records, and a document. */
  async collected(
    life: CaseLife,
    entities: readonly EntityHeld[],
    ndjson: readonly string[],
    document: string,
  ) {
    const { name, sourceId, asks, askId } = await this.asked(life, entities);
    const records: string[] = [];
    for (const [place, entity] of entities.entries())
      records.push(await this.keep(life, ndjson[place] ?? '', { askId, entity: entity.name }));
    const original = await this.keep(life, document, { askId, entity: null, called: 'a note.txt' });
    for (const ask of asks)
      await this.register.sourceAsks.answer(ask.askId, {
        answer: ask.askId === askId ? 'found' : 'nothing-held',
        by: 'spec',
      });
    await this.register.sourceAsks.complete(life.id, 'collect');
    await this.register.sources.remove(sourceId, 'spec');
    return { name, records, original };
  }
}
