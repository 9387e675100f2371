import { askNotGiven, unanswered } from '../asks.js';
import type { CaseFile } from '../case-file.js';
import type { RefundFee } from '../commands.js';
import type { CaseEvent, EventOf } from '../events.js';
import { everyOne } from '../what-happened.js';
import { happened, refused, refuseDay, type Judgement, type Judging } from './judging.js';
import { refuseSecondDecision } from './pending-decision.js';

const cite = 'UK GDPR Art 12(5) (R23)';

/** A fee that nobody has paid yet, its letter given or on its way. */
function unpaidFee(file: CaseFile, ask: number | undefined): Pick<CaseEvent, 'number' | 'on'> | undefined {
  const unpaid = [...unanswered(file, 'fee'), askNotGiven(file, 'fee')];
  return unpaid.find(fee => fee && (ask === undefined || fee.number === ask));
}

function paidFee(file: CaseFile, ask: number | undefined): EventOf<'FeePaid'> | undefined {
  const refunded = everyOne(file, 'FeeRefunded');
  return everyOne(file, 'FeePaid').find(
    paid => (ask === undefined || paid.ask === ask) && !refunded.some(refund => refund.ask === paid.ask),
  );
}

/** A fee that should not have been charged moves the month no longer, paid or not: the date falls back to the one without it (R30). */
export function refundFee(judging: Judging, command: RefundFee): Judgement {
  const { file } = judging;
  const { because, reasons } = command;
  const unpaid = because === 'ask-set-aside' ? unpaidFee(file, command.ask) : undefined;
  if (unpaid) {
    const { number, on } = unpaid;
    return (
      refuseSecondDecision(file, ({ type }) => type === 'AbandonmentDecided') ??
      refuseDay(judging, command, on) ?? [
        { type: 'FeeRefunded', cite, ask: number, because, reasons, isUnpaid: true, ...happened(command) },
      ]
    );
  }
  const paid = paidFee(file, command.ask);
  if (!paid) {
    return refused(
      'nothing-to-refund',
      cite,
      {
        message:
          'No such fee has been paid that was not refunded already, and none is awaited that could be set aside.',
        remedy: 'Record the payment first, if there was one; set a fee aside with `ask-set-aside`.',
      },
      {},
    );
  }
  return (
    refuseDay(judging, command, paid.on) ?? [
      { type: 'FeeRefunded', cite, ask: paid.ask, because, reasons, ...happened(command) },
    ]
  );
}
