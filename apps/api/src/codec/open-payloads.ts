import { Injectable } from '@nestjs/common';
import type { PayloadsToOpen } from '@duly/api-contract';
import {
  isShut,
  openPayloads,
  type OpenedPayloads,
  type PayloadJson,
  type SealedPayloads,
} from '@duly/temporal';
import { doesNotOpen } from '../audit/audit-errors.js';
import { ViewsNoted } from '../examining/views-noted.js';
import { ApiError } from '../problem/api-error.js';
import type { Caller } from '../sign-in/caller.js';

/** What opens payloads, and the one namespace whose payloads are ours. */
export class PayloadRoom {
  constructor(
    readonly codec: SealedPayloads,
    readonly namespace: string,
  ) {}
}

const elsewhere = new ApiError('not-valid', {
  detail: 'x-namespace: names a namespace of Temporal that is not ours.',
  remedy: 'Look at the namespace of TEMPORAL_NAMESPACE.',
  errors: [{ field: 'x-namespace', message: 'names a namespace that is not ours' }],
});

function casesIn(payloads: readonly PayloadJson[]): readonly string[] {
  const named = payloads.flatMap(({ data = '' }) => {
    const text = Buffer.from(data, 'base64').toString('utf8');
    return [...text.matchAll(/"caseId":"([0-9a-f-]{36})"/g)].map(([, id = '']) => id);
  });
  return [...new Set(named)];
}

/** Opens what Temporal holds, for whoever may see every case; who looked, at what, is on record before they see it. */
@Injectable()
export class OpenPayloads {
  constructor(
    private readonly room: PayloadRoom,
    private readonly views: ViewsNoted,
  ) {}

  /** @throws ApiError `not-valid` · `payload-does-not-open` */
  async open(
    caller: Caller,
    { payloads: sent }: PayloadsToOpen,
    namespace: string | undefined,
  ): Promise<PayloadsToOpen> {
    if (namespace !== undefined && namespace !== this.room.namespace) throw elsewhere;
    const { payloads, sealed, keys } = await this.opened(sent);
    const looked = { payloads: sealed.length, keys: keys.join(' ') };
    const cases = casesIn(sealed);
    for (const caseId of cases) await this.views.noted(caller, 'payloads', { caseId }, looked);
    if (cases.length === 0) await this.views.noted(caller, 'payloads', {}, looked);
    return {
      payloads: payloads.map(({ metadata = {}, data = '' }) => ({ metadata: { ...metadata }, data })),
    };
  }

  private async opened(sent: readonly PayloadJson[]): Promise<OpenedPayloads> {
    try {
      return await openPayloads(this.room.codec, sent);
    } catch (error) {
      throw isShut(error) ? doesNotOpen(error.message) : error;
    }
  }
}
