import type { IncomingList, IncomingView } from '@duly/api-contract';
import type { Section } from '../pages/section.js';
import { wording } from '../wording/index.js';

const words = wording.incoming;

export function sectionsOfList(packages: IncomingList['packages']): readonly Section[] {
  const rows = packages.map(({ id, sender, theirReference, state, bytes, announcedAt }) => [
    { text: words.from(sender), href: `/incoming/${id}` },
    theirReference,
    words.state[state],
    wording.bytesInWords(bytes),
    wording.momentInWords(announcedAt),
  ]);
  return [{ paragraphs: [words.what], table: { head: [...words.columns], rows }, empty: words.none }];
}

/** Whose it is, how far it is, each item with what was said of it, and how it is decided. */
export function sectionsOfPackage(view: IncomingView): readonly Section[] {
  const place = `/incoming/${view.id}`;
  const isOpen = view.state === 'to-assess';
  const doing = (verb: string, path: string) => ({
    text: wording.doings[verb]?.title ?? verb,
    href: `${place}/${path}`,
  });
  const ends = isOpen ? [doing('accept-incoming', 'accept'), doing('reject-incoming', 'reject')] : [];
  return [
    { paragraphs: factsOf(view) },
    {
      title: words.items,
      table: { head: [...words.itemColumns], rows: view.items.map(item => rowOf(place, item, isOpen)) },
      empty: words.noItems,
    },
    ...(ends.length > 0 ? [{ title: words.decide, links: ends }] : []),
  ];
}

function factsOf(view: IncomingView): readonly string[] {
  const { person, state, because, waitsFor, contact, theirReference, decision, letter } = view;
  const ways = [person?.name, person?.email, person?.postalAddress].filter(one => one !== null);
  return [
    words.state[state],
    person === null ? words.erased : `${words.whose}: ${ways.join(', ')}`,
    `${words.columns[1]}: ${theirReference}; ${words.contact}: ${contact}`,
    ...(because === null ? [] : [`${words.because}: ${wording.inPlainWords(because)}`]),
    ...(waitsFor === null ? [] : [`${words.waitsFor}: ${wording.inPlainWords(waitsFor)}`]),
    ...(decision === null ? [] : [`${words.said}: ${decision}`]),
    ...(letter === null ? [] : [`${words.letter}: ${wording.inPlainWords(letter)}`]),
  ];
}

function rowOf(place: string, item: IncomingView['items'][number], isOpen: boolean) {
  const { id, decision, because, words: said, bytes, isDeleted } = item;
  const judged = [decision, because].filter(one => one !== null).map(one => wording.inPlainWords(one));
  const address = `${place}/items/${id}`;
  return [
    isDeleted ? words.item(item) : { text: words.item(item), href: address },
    wording.bytesInWords(bytes),
    [...(judged.length > 0 ? judged : [words.notJudged]), ...(said === null ? [] : [said])].join('; '),
    isOpen ? { text: words.judge(item.number), href: `${address}/judge` } : '',
  ];
}
