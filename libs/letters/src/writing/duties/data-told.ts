import { particularNames, type EventOf, type ParticularName } from '@duly/case';
import type { BesideAnswer, ExemptionTold, ItemTold, WhyNotSent } from '@duly/notices';
import type { LetterContext } from '../letter-context.js';
import { told } from './record-told.js';

/** The exemptions that the person is told of (R49b). */
export function exemptionsTold(context: LetterContext): { readonly exemptions?: readonly ExemptionTold[] } {
  const applied = told(context, 'ExemptionApplied');
  if (applied.length === 0) return {};
  return {
    exemptions: applied.map(({ exemption, words }) => ({ exemption, covers: context.words(words) })),
  };
}

/** UK GDPR Art 15(1): what the handler said, and for the rest what the organisation says in every answer. */
function particularsTold(context: LetterContext): Pick<BesideAnswer, 'particulars'> {
  const recorded = told(context, 'ParticularsRecorded').at(-1);
  if (!recorded) return {};
  if (!recorded.isProcessed) return { particulars: { isProcessed: false } };
  const said = (name: ParticularName): string | undefined => {
    const id = recorded[name];
    return id === undefined ? context.sharedParticulars[name] : context.words(id);
  };
  const texts = particularNames.flatMap(name => {
    const text = said(name);
    return text === undefined ? [] : [[name, text] as const];
  });
  return {
    particulars: {
      isProcessed: true,
      ...Object.fromEntries(texts),
      ...(recorded.none && { none: recorded.none }),
    },
  };
}

function whyNot(context: LetterContext, item: EventOf<'ItemTested'>): readonly WhyNotSent[] {
  const heard = told(context, 'AgreementRecorded').filter(agreement => agreement.item === item.number);
  const haveAgreed = heard.filter(({ agrees }) => agrees).length;
  return [...item.missing, ...(haveAgreed < item.otherParties ? (['others-have-not-agreed'] as const) : [])];
}

/** UK GDPR Art 20: each item, as it was tested last. */
function itemsTold(context: LetterContext): Pick<BesideAnswer, 'portable' | 'transfer'> {
  const [first, ...more] = told(context, 'ItemTested').map((item): ItemTold => ({
    item: context.words(item.words),
    whyNot: whyNot(context, item),
  }));
  const transfer = told(context, 'TransferDecided').at(-1);
  return {
    ...(first && {
      portable: { items: [first, ...more], asksForAccessToo: context.rights.includes('access') },
    }),
    ...(transfer && {
      transfer: { isFeasible: transfer.isFeasible, reasons: context.words(transfer.reasons) },
    }),
  };
}

/** What the duties of the right have on record that its answer tells. */
export function besideAnswer(context: LetterContext): BesideAnswer {
  const leavesOutOthers = told(context, 'OtherPersonReviewed').length > 0;
  return {
    ...particularsTold(context),
    ...(leavesOutOthers && { leavesOutOthers }),
    ...exemptionsTold(context),
    ...itemsTold(context),
    ...(context.disclosure && { disclosure: context.disclosure }),
  };
}
