import type { CaseEvent, LetterOrder } from '@duly/case';
import { momentAt } from '@duly/letters';
import type { Delivery, RegisteredCase } from '@duly/register';
import { sendLetter, type PostRoom } from '../activities/send-letter.js';
import type { Log } from '../log/log.js';

/** After a try that failed the next waits so long, in milliseconds. */
const gap = 10_000;
const page = 200;

/** Letters that bring a new link: the case has closed long ago, perhaps, and its answer stands. */
export class RenewedLinks {
  private readonly waiting = new Map<string, number>();

  constructor(
    private readonly room: PostRoom,
    private readonly log: Log,
  ) {}

  async sendSome(most: number): Promise<void> {
    const { deliveries, deliveryLinks } = this.room.register.disclosing;
    for (const { linkId, deliveryId, number } of await deliveryLinks.linksToSend(most)) {
      if ((this.waiting.get(linkId) ?? 0) > Date.now()) continue;
      this.waiting.set(linkId, Date.now() + gap);
      const delivery = await deliveries.byId(deliveryId);
      if (!delivery) continue;
      await this.send(delivery, number).catch((error: unknown) => {
        const because = error instanceof Error ? error.name : 'unknown';
        this.log.warn({ deliveryId, because }, 'a new link was not sent, and is tried again');
      });
    }
  }

  private async send(delivery: Delivery, number: number): Promise<void> {
    const { register } = this.room;
    const { caseId, deliveryId } = delivery;
    const read = await register.cases.byId(caseId);
    const decided = await this.answerWith(caseId, deliveryId);
    if (read.kind !== 'found' || !decided) return;
    const order = orderOf(read.found, delivery, decided, number);
    const { clockAheadMs } = read.found;
    await sendLetter(order, this.room, () => momentAt(Date.now() + clockAheadMs));
    await register.disclosing.deliveries.letterOfCase(order.letterId, {
      caseId,
      run: decided.run,
      decided: decided.number,
    });
  }

  /** The answer that promised the copy by this delivery. */
  private async answerWith(caseId: string, deliveryId: string): Promise<CaseEvent | undefined> {
    for (let after = 0; ;) {
      const events = await this.room.register.cases.timeline(caseId, after, page);
      const found = events.find(event => event.type === 'AnswerDecided' && event.delivery === deliveryId);
      if (found || events.length < page) return found;
      after = events.at(-1)?.number ?? after;
    }
  }
}

function orderOf(known: RegisteredCase, delivery: Delivery, decided: CaseEvent, link: number): LetterOrder {
  const { caseId, requestId, reference, right, receivedOn, dueDate, planBy } = known;
  const occasion = `${delivery.deliveryId}.${link}`;
  return {
    letterId: `${caseId}.disclosure.${delivery.number}.${link}`,
    level: 'case',
    kind: 'disclosure',
    recipient: delivery.recipient,
    ...{ caseId, requestId, reference, right, receivedOn, dueDate, planBy, occasion, decided },
    run: decided.run,
    extendedDueDate: null,
  };
}
