import type {
  DeliveriesView,
  DeliveryOfCase,
  DeliveryPrepared,
  IncomingLine,
  IncomingList,
  IncomingView,
  ReceiverView,
  SenderRegistered,
} from '@duly/api-contract';
import { until } from '@duly/infra';
import type { ApiCaller } from './api-caller.js';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';
import { SourceOffice } from './source-office.js';

export const mover = {
  name: 'Quillibert Canarius',
  email: 'quillibert@people.example',
};
/** Whom the person named to have the data. */
export const otherController = { name: 'Other Power', email: 'moves@other-power.example' };

export const otherKeys = {
  ORGANISATION_NAME: 'Other Power',
  VAULT_MASTER_KEYS: `other:${Buffer.alloc(32, 'other power').toString('base64')}`,
  AUDIT_LOG_NAME: 'other-power.example',
  AUDIT_SIGNING_KEYS: `other:${Buffer.alloc(32, 'other log').toString('base64')}`,
  DOCUMENTS_UNSCANNED: 'on',
} as const;

type Settings = Readonly<Record<string, string>>;

/** Two Dulys: processes, databases, keys, documents and ports of their own. Packages go from the first to the second. */
export class TwoControllers {
  private constructor(
    readonly first: SourceOffice,
    readonly second: Journey,
    readonly assessor: ApiCaller,
    readonly receiver: string,
    /** What lets the first in at the second. */
    readonly token: string,
    readonly receiptKey: string,
  ) {}

  /** @param loopback endpoints beside the second that the first may call @param set what they set otherwise */
  static async begin(
    loopback: readonly string[] = [],
    set: { readonly first?: Settings; readonly second?: Settings } = {},
  ): Promise<TwoControllers> {
    const second = await Journey.begin({ settings: { ...otherKeys, ...set.second } });
    const HOOKS_LOOPBACK = [new URL(second.url).host, ...loopback].join(',');
    const first = await SourceOffice.begin({
      HOOKS_LOOPBACK,
      ORGANISATION_NAME: 'First Power',
      ...set.first,
    });
    const there = await second.as('administrator');
    const sender = { title: 'First Power', contact: 'data@first-power.example' };
    const { token, url, receiptKey } = await there.done<SenderRegistered>('/v1/senders', sender);
    const named = { title: otherController.name, url, token: token ?? '', receiptKey };
    const { id } = await first.administrator.done<ReceiverView>('/v1/receivers', named);
    return new TwoControllers(first, second, await second.as('handler'), id, token ?? '', receiptKey);
  }

  async end(): Promise<void> {
    await this.first.end();
    await this.second.end();
  }

  /** A portability case whose data was asked to go straight to another, and in which that was found feasible. */
  async open(who: object = mover): Promise<CaseLife> {
    const life = await CaseLife.open(this.first.journey, {
      rights: ['portability'],
      words: 'Send my readings to Other Power.',
      subject: who,
      requester: who,
      recipient: otherController,
    });
    await life.give('decide-transfer', { isFeasible: true, reasons: 'They take packages by our contract.' });
    await life.happens('TransferDecided');
    return life;
  }

  prepared(life: CaseLife, receiver = this.receiver): Promise<DeliveryPrepared> {
    return life.handler.done<DeliveryPrepared>(`/v1/cases/${life.id}/deliveries`, {
      way: 'transfer',
      receiver,
    });
  }

  /** Sends the newest package straight to the other controller. */
  async sent(life: CaseLife, receiver = this.receiver): Promise<string> {
    const { delivery } = await this.prepared(life, receiver);
    await life.handler.done(`/v1/cases/${life.id}/deliveries/${delivery}/begin-transfer`, {});
    return delivery;
  }

  async deliveryOf(life: CaseLife, delivery: string): Promise<DeliveryOfCase> {
    const { deliveries } = await life.handler.read<DeliveriesView>(`/v1/cases/${life.id}/deliveries`);
    const found = deliveries.find(({ id }) => id === delivery);
    if (!found) throw new Error(`Delivery ${delivery} is not there.`);
    return found;
  }

  /** Waits until a delivery is so. */
  async is(
    life: CaseLife,
    delivery: string,
    what: string,
    isSo: (one: DeliveryOfCase) => boolean,
  ): Promise<DeliveryOfCase> {
    let seen: DeliveryOfCase | undefined;
    try {
      return await until(what, 60, async () => {
        seen = await this.deliveryOf(life, delivery);
        return isSo(seen) ? seen : undefined;
      });
    } catch {
      throw new Error(`${what} did not come, but: ${JSON.stringify(seen)}`);
    }
  }

  /** What came to the second under this reference, once it is so. */
  came(reference: string, isSo: (one: IncomingLine) => boolean): Promise<IncomingView> {
    return until(`The package ${reference}`, 60, async () => {
      const { packages } = await this.assessor.read<IncomingList>('/v1/incoming');
      const found = packages.find(one => one.theirReference === reference && isSo(one));
      return found && this.assessor.read<IncomingView>(`/v1/incoming/${found.id}`);
    });
  }

  /** The same, once a machine has looked at it. */
  examined(reference: string): Promise<IncomingView> {
    return this.came(reference, ({ state }) => state === 'to-assess' || state === 'refused');
  }
}
