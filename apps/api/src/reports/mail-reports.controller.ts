import { Controller, UseGuards } from '@nestjs/common';
import { mailRoutes, type MailReportAnswer, type MailReportBody } from '@duly/api-contract';
import { marksIn, unpacked } from '@duly/mail';
import { recordReport, Register } from '@duly/register';
import { Vault } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import { successStatuses } from '../http-status.js';
import { Body } from '../routing/checked.js';
import { Serves } from '../routing/serves.js';
import { SignedBy, SignedReport } from './signed-report.js';

/** What mail systems report of our letters. Nobody signs in: the message itself is signed. */
@Controller()
export class MailReportsController {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
  ) {}

  @UseGuards(SignedReport)
  @Serves(mailRoutes.reportMail, 'nothing')
  async report(@SignedBy() webhookMessage: string, @Body() body: MailReportBody): Promise<Answer> {
    const { what, returnAddress, messageId, status, words } = body;
    const report = {
      what,
      returnTokens: returnAddress === undefined ? [] : marksIn([returnAddress]),
      messageIds: messageId === undefined ? [] : [messageId],
      ...(status !== undefined && { status }),
      ...(words !== undefined && { words }),
      fingerprint: webhookMessage,
    };
    const { register, vault } = this;
    const from = { source: 'webhook', webhookMessage } as const;
    const outcome = await recordReport({ register, vault }, opened => unpacked(opened).to, report, from);
    const answer: MailReportAnswer = { outcome };
    return { status: successStatuses.ok, body: answer };
  }
}
