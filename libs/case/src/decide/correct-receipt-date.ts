import type { CorrectReceiptDate } from '../commands.js';
import { receivedOn } from '../what-happened.js';
import { given, refuseWithoutReasons, type Judgement, type Judging } from './judging.js';
import { refuseReceipt } from './receipt-day.js';

/** R16, R17 — the facts are kept: a wrong day is corrected by an event, never edited. */
export function correctReceiptDate(judging: Judging, command: CorrectReceiptDate): Judgement {
  const { receivedOn: corrected, receivedAt, reasons } = command;
  return (
    refuseReceipt(corrected, receivedAt, judging.today) ??
    refuseWithoutReasons(reasons, 'R16', 'The correction') ?? [
      {
        type: 'ReceiptDateCorrected',
        cite: 'UK GDPR Art 12A(2)(a) (R16, R17)',
        from: receivedOn(judging.file),
        receivedOn: corrected,
        reasons,
        ...given('receivedAt', receivedAt),
      },
    ]
  );
}
