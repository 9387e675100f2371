import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { writtenKey } from '@duly/audit';
import type {
  ReceiverBody,
  ReceiversView,
  ReceiverView,
  SenderBody,
  SenderRegistered,
  SendersView,
} from '@duly/api-contract';
import { isWrong, targetOf } from '@duly/courier';
import { Register, type Receiver } from '@duly/register';
import { Vault } from '@duly/vault';
import { AuditSigner } from '../audit/audit-signer.js';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { OwnAddress } from '../feeds/own-address.js';
import { HookRules } from '../hooks/hook-rules.js';
import { successStatuses } from '../http-status.js';
import { wrongTerms } from '../sources/source-errors.js';
import { noSuchReceiver, noSuchSender } from './transfer-errors.js';

const tokenBytes = 32;

const receiverView = ({ receiverId: id, ...rest }: Receiver): ReceiverView => ({ id, ...rest });

/** Who may be sent packages, and who may send them: kept by administrators, who see no case. */
@Injectable()
export class KeepControllers {
  constructor(
    private readonly calls: Calls,
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly rules: HookRules,
    private readonly signer: AuditSigner,
    private readonly own: OwnAddress,
  ) {}

  async receivers(): Promise<ReceiversView> {
    return { receivers: (await this.register.transferring.receivers.list()).map(receiverView) };
  }

  addReceiver(call: Call, { token, ...body }: ReceiverBody): Promise<Answer> {
    return this.calls.once(call, { receiverId: randomUUID() }, async ({ work: { receiverId }, staffId }) => {
      const { receivers } = this.register.transferring;
      const target = targetOf(body.url, this.rules.target);
      if (isWrong(target)) throw wrongTerms('url', target.wrong);
      if (target.url.search) throw wrongTerms('url', 'must have no part after ?');
      const sealed = await this.vault.sealOwn('receiver token', receiverId, token);
      await receivers.register({ ...body, receiverId, token: sealed }, staffId);
      const made = await receivers.byId(receiverId);
      if (!made) throw noSuchReceiver;
      return { status: successStatuses.ok, body: receiverView(made) };
    });
  }

  removeReceiver(call: Call, receiverId: string): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      if (!(await this.register.transferring.receivers.remove(receiverId, staffId))) throw noSuchReceiver;
      return { status: successStatuses.ok, body: { id: receiverId } };
    });
  }

  async senders(): Promise<SendersView> {
    const senders = await this.register.transferring.senders.list();
    return { senders: senders.map(({ senderId: id, ...rest }) => ({ id, ...rest })) };
  }

  addSender(call: Call, body: SenderBody): Promise<Answer> {
    return this.calls.once(call, { senderId: randomUUID() }, async ({ work: { senderId }, staffId }) => {
      const { token, tokenHash } = await this.newToken();
      await this.register.transferring.senders.register({ ...body, senderId, tokenHash }, staffId);
      return this.shownOnce(senderId, token);
    });
  }

  renewToken(call: Call, senderId: string): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      const { token, tokenHash } = await this.newToken();
      if (!(await this.register.transferring.senders.renewToken(senderId, tokenHash, staffId)))
        throw noSuchSender;
      return this.shownOnce(senderId, token);
    });
  }

  removeSender(call: Call, senderId: string): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      if (!(await this.register.transferring.senders.remove(senderId, staffId))) throw noSuchSender;
      return { status: successStatuses.ok, body: { id: senderId } };
    });
  }

  private async newToken() {
    const token = randomBytes(tokenBytes).toString('hex');
    return { token, tokenHash: await this.vault.keyedHash('sender token', token) };
  }

  /** What is kept of the answer, for a call that is repeated, is without the token. */
  private shownOnce(id: string, token: string): Answer {
    const [key] = this.signer.keys;
    const view = {
      id,
      url: `${this.own.url}/v1/transfers`,
      receiptKey: key ? writtenKey(key.publicKey) : '',
    };
    const body: SenderRegistered = { ...view, token };
    return { status: successStatuses.ok, body, kept: { ...view, token: null } };
  }
}
