import { join } from 'node:path';
import type { IncomingList, IncomingView, SenderRegistered } from '@duly/api-contract';
import type { Processes } from '../local/processes.js';
import { bringApi, bringWorker } from '../local/start-apps.js';
import { until } from '../local/waiting.js';
import { Handler } from './handler.js';
import type { House } from './house.js';

const key = (words: string): string => Buffer.alloc(32, words).toString('base64');

/** Another organisation's Duly: processes, databases, keys, documents and a port of its own. */
export class OtherDuly {
  private constructor(
    private readonly assessor: Handler,
    /** What lets the first in there. */
    readonly door: SenderRegistered,
  ) {}

  static async bring(processes: Processes, house: House, name: string): Promise<OtherDuly> {
    const apiUrl = `http://127.0.0.1:${house.beside.other}`;
    const { HOOKS_LOOPBACK: _nobody, DOCUMENTS_FOLDER: folder, ...shared } = house.environment;
    const environment = {
      ...shared,
      ORGANISATION_NAME: name,
      DATABASE_URL: house.database('other'),
      KEYS_DATABASE_URL: house.database('other_keys'),
      TEMPORAL_TASK_QUEUE: 'other-duly',
      API_PORT: String(house.beside.other),
      PUBLIC_URL: apiUrl,
      DOCUMENTS_FOLDER: join(folder ?? '', '..', 'documents-of-the-other'),
      VAULT_MASTER_KEYS: `other:${key('other')}`,
      AUDIT_LOG_NAME: 'other.example',
      AUDIT_SIGNING_KEYS: `other:${key('other log')}`,
    };
    await Promise.all([
      bringWorker(processes, environment, 'other-worker'),
      bringApi(processes, environment, apiUrl, 'other-api'),
    ]);
    const { issuer } = house;
    const administrator = await Handler.signIn({ apiUrl, issuer }, 'staff-zofia');
    const first = { title: 'the council', contact: 'data@council.example' };
    const door = await administrator.give<SenderRegistered>('/v1/senders', first);
    return new OtherDuly(await Handler.signIn({ apiUrl, issuer }, 'staff-hamish'), door);
  }

  /** Somebody there looks at each part of what came: records are kept, documents are too much. @returns what it was */
  async accepts(reference: string): Promise<IncomingView> {
    const came = await this.came(reference, 'to-assess');
    for (const { id, kind } of came.items) {
      const kept = { decision: 'keep', otherPeople: false, words: 'What we supply her by.' };
      const gone = { ...kept, decision: 'delete', because: 'excessive', words: 'We need no letters.' };
      const judged = kind === 'records' ? kept : gone;
      await this.assessor.give(`/v1/incoming/${came.id}/items/${id}/judge`, judged);
    }
    const words = 'We supply you from 1 May.';
    await this.assessor.give(`/v1/incoming/${came.id}/accept`, { basis: 'contract', words });
    return this.came(reference, 'accepted');
  }

  private came(reference: string, state: string): Promise<IncomingView> {
    return until(`The package ${reference}, ${state}`, 60, async () => {
      const { packages } = await this.assessor.read<IncomingList>('/v1/incoming');
      const found = packages.find(one => one.theirReference === reference && one.state === state);
      return found && this.assessor.read<IncomingView>(`/v1/incoming/${found.id}`);
    });
  }
}
