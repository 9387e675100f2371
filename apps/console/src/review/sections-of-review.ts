import type { RecordsView, ReviewView } from '@duly/api-contract';
import type { Section } from '../pages/section.js';
import { wording } from '../wording/index.js';

type Item = ReviewView['items'][number];

const words = wording.review;
/** Longer values of a record are cut on the page; the file has them whole. */
const longestValue = 300;

const standing = (item: Item) => item.marks.filter(({ takenBackAt }) => takenBackAt === null);

function decidedOf(item: Item): string {
  const said = standing(item).map(({ mark }) => wording.inPlainWords(mark));
  return said.length > 0 ? [...new Set(said)].join('; ') : words.nothingYet;
}

/** What was collected, what is decided of each item, what is still missing, and the end of it. */
export function sectionsOfReview(review: ReviewView, mayWork: boolean): readonly Section[] {
  const address = `/cases/${review.case}/review`;
  const rows = review.items.map(item => [
    { text: words.called(item), href: `${address}/items/${item.id}` },
    item.source,
    wording.bytesInWords(item.bytes),
    decidedOf(item),
    item.missing.map(one => words.missing[one]).join('; ') || words.nothingMissing,
  ]);
  const { asks, isFinished, finishedBy, notClean, isCollected } = review;
  const said = [
    words.what,
    ...(isCollected === false ? [words.notCollected] : []),
    ...(notClean > 0 ? [words.notClean(notClean)] : []),
    ...(isFinished ? [words.finished] : []),
    ...(asks === 'two' && finishedBy.length === 1 && !isFinished ? [words.secondNeeded] : []),
  ];
  const finish = {
    action: `${address}/finish`,
    method: 'post',
    fields: [{ name: 'version', kind: 'hidden', value: review.version }],
    button: words.finish,
  } as const;
  return [
    { paragraphs: said, title: words.items, table: { head: [...words.columns], rows }, empty: words.none },
    ...(mayWork && review.items.length > 0 && !isFinished
      ? [{ title: words.finish, paragraphs: [words.finishWhat], form: finish }]
      : []),
  ];
}

/** One item: what was decided of it, and its records as they came. */
export function sectionsOfItem(
  id: string,
  item: Item,
  records: RecordsView | undefined,
  mayWork: boolean,
): readonly Section[] {
  const address = `/cases/${id}/review`;
  const taking = standing(item).map(mark => ({
    paragraphs: [
      [wording.inPlainWords(mark.mark), mark.because && wording.inPlainWords(mark.because), mark.words]
        .filter(one => one !== null && one !== '')
        .join(': '),
    ],
    ...(mayWork && {
      form: {
        action: `${address}/marks/${mark.id}/take-back`,
        method: 'post' as const,
        fields: [],
        button: words.takeBack(wording.inPlainWords(mark.mark)),
      },
    }),
  }));
  const links = [
    ...(mayWork
      ? [{ text: wording.doings['mark-item']?.title ?? '', href: `${address}/items/${item.id}/mark` }]
      : []),
    ...(mayWork && item.entity === null
      ? [{ text: words.save, href: `/cases/${id}/documents/${item.id}` }]
      : []),
  ];
  return [
    { paragraphs: item.missing.map(one => words.missing[one]), links },
    ...taking,
    ...(records ? [recordsSection(address, item, records)] : []),
  ];
}

function recordsSection(address: string, item: Item, { from, records, next }: RecordsView): Section {
  const names = item.entity?.fields.map(({ name }) => name) ?? [];
  const rows = records.map((record, place) => [
    String(from + place),
    ...names.map(name => valueInWords(record[name])),
  ]);
  const href = `${address}/items/${item.id}?from=${next ?? 1}`;
  return {
    title: words.records,
    table: { head: [words.number, ...names], rows },
    empty: words.noRecords,
    ...(next !== null && { links: [{ text: words.more, href }] }),
  };
}

function valueInWords(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue)} …` : text;
}
