import { Controller, UseGuards } from '@nestjs/common';
import { transferRoutes, type TransferBody } from '@duly/api-contract';
import type { Sender } from '@duly/register';
import type { Answer } from '../calls/answer.js';
import { Uploaded, type Upload } from '../documents/upload.js';
import { successStatuses } from '../http-status.js';
import { Body, Params } from '../routing/checked.js';
import { Serves } from '../routing/serves.js';
import { SentByToken, TheSender } from './sent-by-token.js';
import { TakeTransfers } from './take-transfers.js';

interface OneTransfer {
  readonly transfer: string;
}

/** What another controller does with the token it was given. */
@Controller()
@UseGuards(SentByToken)
export class TransfersController {
  constructor(private readonly transfers: TakeTransfers) {}

  @Serves(transferRoutes.announceTransfer, 'nothing')
  async announce(
    @TheSender() sender: Sender,
    @Params() { transfer }: OneTransfer,
    @Body() body: TransferBody,
  ): Promise<Answer> {
    return { status: successStatuses.ok, body: await this.transfers.announce(sender, transfer, body) };
  }

  @Serves(transferRoutes.readTransfer, 'nothing')
  read(@TheSender() { senderId }: Sender, @Params() { transfer }: OneTransfer) {
    return this.transfers.read(senderId, transfer);
  }

  @Serves(transferRoutes.sendPiece, 'nothing')
  async piece(
    @TheSender() sender: Sender,
    @Params() { transfer, offset }: OneTransfer & { readonly offset: string },
    @Uploaded() upload: Upload,
  ): Promise<Answer> {
    const body = await this.transfers.piece(sender, transfer, Number(offset), upload);
    return { status: successStatuses.ok, body };
  }
}
