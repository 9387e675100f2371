import { Injectable } from '@nestjs/common';
import type { TransferOfDelivery } from '@duly/api-contract';
import { decide, isRefusal, lastOne, type CaseCommand, type CaseFile } from '@duly/case';
import { Register, type RegisteredCase, type Transfer } from '@duly/register';
import { Vault } from '@duly/vault';
import { caseNow, CaseFiles } from '../cases/case-files.js';
import { CaseReads } from '../cases/case-reads.js';
import { Refused } from '../problem/refused.js';
import {
  noSuchReceiver,
  ownTransfer,
  transferNotDecided,
  transferNotReceived,
  transferUnderWay,
} from './transfer-errors.js';

/** UK GDPR Art 20(2): what must be so before a package goes straight to another controller. */
@Injectable()
export class BeginTransfer {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly reads: CaseReads,
    private readonly files: CaseFiles,
  ) {}

  /** That it is feasible was decided for this case, by somebody and with reasons; and the controller is on the list. @throws ApiError */
  async mustBePossible(caseId: string, receiverId: string): Promise<CaseFile> {
    if (!(await this.register.transferring.receivers.byId(receiverId))) throw noSuchReceiver;
    const file = await this.files.load(await this.reads.found(caseId));
    if (lastOne(file, 'TransferDecided')?.isFeasible !== true) throw transferNotDecided;
    return file;
  }

  /** Nothing leaves that an answer could not tell of: the case itself says whether it could be answered now. @throws ApiError @throws Refused */
  async begin(caseId: string, deliveryId: string, by: string): Promise<void> {
    const { transfers } = this.register.transferring;
    const transfer = await transfers.byId(deliveryId);
    const delivery = await this.register.disclosing.deliveries.byId(deliveryId);
    if (!transfer) throw transferUnderWay;
    const known = await this.reads.found(caseId);
    const file = await this.mustBePossible(caseId, transfer.receiverId);
    if (file.opening.settings.approvals.disclosures && delivery?.preparedBy === by) throw ownTransfer;
    mustBeAnswerable(file, known, by);
    if (!(await transfers.begin(deliveryId, by))) throw transferUnderWay;
  }

  /** An answer may say that the other controller has it only once it has said so itself. @throws ApiError */
  async mustHaveArrived(deliveryId: string): Promise<void> {
    const transfer = await this.register.transferring.transfers.byId(deliveryId);
    if (transfer && transfer.state !== 'received') throw transferNotReceived;
  }

  /** Of each delivery that goes straight, how far it is. */
  async ofCase(caseId: string): Promise<ReadonlyMap<string, TransferOfDelivery>> {
    const all = await this.register.transferring.transfers.ofCase(caseId);
    const views = all.map(async one => [one.deliveryId, await this.viewOf(one)] as const);
    return new Map(await Promise.all(views));
  }

  private async viewOf(transfer: Transfer): Promise<TransferOfDelivery> {
    const { receiverId: receiver, state, sentBytes: sent, waitsFor, because, begunBy } = transfer;
    const { settledAt, offeredAt, outcome, receiptWords } = transfer;
    const to = await this.register.transferring.receivers.titleOf(receiver);
    const receipt = receiptWords === null ? undefined : await this.vault.words(receiptWords);
    return {
      ...{ receiver, to, state, sent, waitsFor, because, begunBy, settledAt, offeredAt, outcome },
      receipt: typeof receipt === 'string' ? receipt : null,
    };
  }
}

function mustBeAnswerable(file: CaseFile, known: RegisteredCase, by: string): void {
  const now = caseNow(known);
  const judged = (['wholly', 'partly'] as const).map(extent => {
    const command: CaseCommand = {
      verb: 'answer',
      by,
      extent,
      words: 'words',
      reasonForLateness: 'words',
      confirmLate: true,
    };
    return decide(file, command, now);
  });
  const [refusal] = judged.filter(isRefusal);
  if (refusal && judged.every(isRefusal)) throw new Refused(refusal);
}
