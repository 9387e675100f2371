import type { ReviewView } from '@duly/api-contract';
import type { ReviewMark } from '@duly/register';
import type { JudgedItem, ReviewOfCase } from './judged-review.js';
type Texts = ReadonlyMap<string, string>;

const textOf = (texts: Texts, wordsId: string | null): string | null =>
  wordsId === null ? null : (texts.get(wordsId) ?? null);

const markView = (mark: ReviewMark, texts: Texts): ReviewView['items'][number]['marks'][number] => {
  const { markId: id, documentId: _item, madeBy: by, madeAt: at, words, fields, records, ...rest } = mark;
  return {
    id,
    by,
    at,
    words: textOf(texts, words),
    ...rest,
    fields: fields && [...fields],
    records: records && [...records],
  };
};

const itemView = (judged: JudgedItem, texts: Texts): ReviewView['items'][number] => {
  const { item, marks, tellsOfOthers, isWithheld, notPortable, missing } = judged;
  const { documentId: id, source, entity, mediaType, bytes, nameWords } = item;
  return {
    id,
    source,
    entity: entity && {
      name: entity.name,
      description: entity.description,
      fields: entity.fields.map(({ name, type, description, origin, basis, term }) => ({
        ...{ name, type, description, origin, basis },
        ...(term !== undefined && { term }),
      })),
    },
    called: textOf(texts, nameWords),
    mediaType,
    bytes,
    tellsOfOthers,
    isWithheld,
    notPortable: [...notPortable],
    missing: [...missing],
    marks: marks.map(mark => markView(mark, texts)),
  };
};

export const reviewView = (
  { known, review, items, isFinished }: ReviewOfCase,
  asks: ReviewView['asks'],
  texts: Texts,
): ReviewView => ({
  case: known.caseId,
  version: review.version,
  isCollected: review.isCollected ?? null,
  notClean: review.notClean,
  asks,
  isFinished,
  finishedBy: review.finishes.map(({ finishedBy: by, finishedAt: at }) => ({ by, at })),
  items: items.map(item => itemView(item, texts)),
});
