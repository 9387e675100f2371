import type { CaseEvent, LetterOrder } from '@duly/case';
import { momentAt } from '@duly/letters';
import type { Delivery, RegisteredCase, TransferToTell } from '@duly/register';
import { sendLetter, type PostRoom } from '../activities/send-letter.js';
import type { Log } from '../log/log.js';

/** After a try that failed the next waits so long, in milliseconds. */
const gap = 10_000;
const page = 200;

/** Tells the person what became of their transfer: outside the case's workflow, which may have closed long ago. */
export class TransferPost {
  private readonly waiting = new Map<string, number>();

  constructor(
    private readonly room: PostRoom,
    private readonly log: Log,
  ) {}

  async sendSome(most: number): Promise<void> {
    const { transfers } = this.room.register.transferring;
    for (const one of await transfers.toTell(most)) {
      const key = `${one.deliveryId}.${one.told}`;
      if ((this.waiting.get(key) ?? 0) > Date.now()) continue;
      this.waiting.set(key, Date.now() + gap);
      await this.send(one).then(
        () => this.waiting.delete(key),
        (error: unknown) => {
          const because = error instanceof Error ? error.name : 'unknown';
          this.log.warn(
            { deliveryId: one.deliveryId, because },
            'a letter on a transfer was not sent; tried again',
          );
        },
      );
    }
  }

  private async send({ deliveryId, caseId, told }: TransferToTell): Promise<void> {
    const { register } = this.room;
    const delivery = await register.disclosing.deliveries.byId(deliveryId);
    const read = await register.cases.byId(caseId);
    const decided = await this.decisionOf(caseId);
    if (read.kind !== 'found' || !decided || !delivery) return;
    const order = orderOf(read.found, delivery, decided, told);
    const { clockAheadMs } = read.found;
    const { outcome } = await sendLetter(order, this.room, () => momentAt(Date.now() + clockAheadMs));
    await register.disclosing.deliveries.letterOfCase(order.letterId, {
      caseId,
      run: decided.run,
      decided: decided.number,
    });
    if (outcome === 'to-be-posted') await register.disclosing.deliveries.toPost(deliveryId);
    await register.transferring.transfers.told(deliveryId, told);
  }

  /** The decision that it is feasible. */
  private async decisionOf(caseId: string): Promise<CaseEvent | undefined> {
    let found: CaseEvent | undefined;
    for (let after = 0; ;) {
      const events = await this.room.register.cases.timeline(caseId, after, page);
      found = events.findLast(({ type }) => type === 'TransferDecided') ?? found;
      if (events.length < page) return found;
      after = events.at(-1)?.number ?? after;
    }
  }
}

function orderOf(
  known: RegisteredCase,
  delivery: Delivery,
  decided: CaseEvent,
  told: TransferToTell['told'],
): LetterOrder {
  const { caseId, requestId, reference, right, receivedOn, planBy, closedOn } = known;
  // Once it is closed the whole answer is there.
  const dueDate = closedOn === null ? known.dueDate : null;
  return {
    letterId: `${caseId}.transfer.${delivery.number}.${told}`,
    level: 'case',
    kind: 'transfer',
    recipient: 'requester',
    ...{ caseId, requestId, reference, right, receivedOn, dueDate, planBy, decided },
    occasion: `${delivery.deliveryId}.${told}`,
    run: decided.run,
    extendedDueDate: null,
  };
}
