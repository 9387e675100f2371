import type { BesideAnswer, ItemsTold, TransferTold, WhyNotSent } from '../data/answer-data.js';
import { heading, line, list, paragraph, words, type Block, type Line } from '../document/block.js';
import type { LetterItem } from '../letter-item.js';
import { needed } from './request.js';
import { first, type Whose } from './whose.js';

const why = ({ they, their, them }: Whose): Readonly<Record<WhyNotSent, string>> => ({
  neither_consent_nor_contract: `We do not use it with ${their} consent or for a contract with ${them}.`,
  public_task: 'We use it for a public task.',
  not_automated: 'We keep it on paper.',
  not_provided_by_person: `${first(they)} did not give it to us: we worked it out.`,
  rights_of_others: 'It would harm other people.',
  'others-have-not-agreed': 'It is about other people too, and not all of them have agreed.',
  manifestly_unfounded: 'It is clear to us that this is not a real use of this right.',
  manifestly_excessive: 'The request clearly asks for far too much.',
  cannot_identify: `We could not make sure that it is about ${them}.`,
  exemption: 'The law says that we need not send it.',
});

/** UK GDPR Art 20: what an answer to a portability request states once its items are on record. */
export function portableItems({ portable, transfer }: BesideAnswer): readonly LetterItem[] {
  const isSent = portable?.items.some(({ whyNot }) => whyNot.length === 0);
  const isLeftOut = portable?.items.some(({ whyNot }) => whyNot.length > 0);
  return [
    ...(isSent === true ? (['portable-data', 'store-safely'] as const) : []),
    ...(isLeftOut === true ? (['refusal-extent', 'refusal-reasons'] as const) : []),
    ...(transfer ? (['transfer-decided'] as const) : []),
  ];
}

const leftOut = (item: string, whyNot: readonly WhyNotSent[], about: Whose): Line =>
  line`${needed('item', item)} ${whyNot.map(reason => why(about)[reason]).join(' ')}`;

function whatGoes({ items, asksForAccessToo }: ItemsTold, about: Whose): readonly Block[] {
  const sent = items.filter(({ whyNot }) => whyNot.length === 0);
  const kept = items.filter(({ whyNot }) => whyNot.length > 0);
  const goes: readonly Block[] = [
    heading('What you get'),
    paragraph('You get this data as files that a machine can read:'),
    list(
      sent.map(({ item }) => [{ inserted: needed('item', item) }]),
      ['portable-data'],
    ),
    paragraph(
      'Please keep the files in a safe place. Once you have them, it is up to you to keep them safe.',
      ['store-safely'],
    ),
  ];
  const stays: readonly Block[] = [
    heading('What you do not get in this way, and why'),
    list(
      kept.map(({ item, whyNot }) => leftOut(item, whyNot, about)),
      ['refusal-extent', 'refusal-reasons'],
    ),
    paragraph(
      asksForAccessToo
        ? `You asked us for a copy of ${about.their} data as well. What you may see of this will come with that answer.`
        : 'You can ask us for a copy of it. We will then look at what you may see.',
    ),
  ];
  return [...(sent.length > 0 ? goes : []), ...(kept.length > 0 ? stays : [])];
}

function whereItGoes({ isFeasible, reasons }: TransferTold): readonly Block[] {
  return [
    heading('Sending it to somebody else'),
    paragraph(
      isFeasible
        ? 'You asked us to send the data straight to somebody else. We can do this.'
        : 'You asked us to send the data straight to somebody else. We cannot do this, so you get it yourself.',
      ['transfer-decided'],
    ),
    words(needed('reasons', reasons), ['transfer-decided']),
  ];
}

/** What goes, what does not and why, and which way. */
export function whatIsPortable({ portable, transfer }: BesideAnswer, about: Whose): readonly Block[] {
  return [...(portable ? whatGoes(portable, about) : []), ...(transfer ? whereItGoes(transfer) : [])];
}
