import { renderLetter, type Letter } from '@duly/notices';
import { decidedAs, ofCase, toPerson, type LetterContext } from '../letter-context.js';

type Writer = (context: LetterContext) => Letter;

const cannotIdentify: Writer = context => {
  const { reasons, words } = decidedAs(context.order.decided, 'CannotIdentifyDecided');
  return renderLetter('cannot-identify', {
    ...toPerson(context),
    reasons: context.words(reasons),
    ...(words !== undefined && { whatWouldHelp: context.words(words) }),
  });
};

const death: Writer = context => {
  const { on } = decidedAs(context.order.decided, 'SubjectDied');
  const data = ofCase(context);
  // Who died before the letter came: the case was there from its receipt.
  return renderLetter('death', { ...data, closedOn: on > data.receivedOn ? on : data.receivedOn });
};

const reclassification: Writer = context => {
  const { as, reasons } = decidedAs(context.order.decided, 'ReclassificationDecided');
  return renderLetter('reclassification', { ...ofCase(context), as, reasons: context.words(reasons) });
};

export const rarerEndWriters = { 'cannot-identify': cannotIdentify, death, reclassification } as const;
