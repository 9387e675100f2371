import type { RefundFee } from '../commands.js';
import { everyOne } from '../what-happened.js';
import { happened, refused, refuseDay, type Judgement, type Judging } from './judging.js';

const cite = 'UK GDPR Art 12(5) (R23)';

/** A fee that should not have been charged moves the month no longer: the date falls back to the one without it (R30). */
export function refundFee(judging: Judging, command: RefundFee): Judgement {
  const { file } = judging;
  const refunded = everyOne(file, 'FeeRefunded');
  const paid = everyOne(file, 'FeePaid').find(({ ask }) => !refunded.some(refund => refund.ask === ask));
  if (!paid) {
    return refused(
      'nothing-to-refund',
      cite,
      {
        message: 'No fee has been paid that was not refunded already.',
        remedy: 'Record the payment first, if there was one.',
      },
      {},
    );
  }
  const { because, reasons } = command;
  return (
    refuseDay(judging, command, paid.on) ?? [
      { type: 'FeeRefunded', cite, ask: paid.ask, because, reasons, ...happened(command) },
    ]
  );
}
