import type { ReviewView } from '@duly/api-contract';
import { inPlainWords } from './plain-words.js';

type Item = ReviewView['items'][number];

/** What the pages of a review say. */
export const reviewWords = {
  title: 'Review of what was collected',
  what: 'A person looks at everything before it goes out. What tells of somebody else, or is left out, is marked with its reason.',
  items: 'What was collected',
  columns: ['Item', 'From', 'Size', 'What was decided', 'Still missing'],
  none: 'Nothing has been collected yet.',
  nothingYet: 'Nothing yet',
  nothingMissing: 'Nothing',
  missing: {
    'nobody-has-looked': 'Nobody has looked at it',
    'others-not-decided': 'It tells of others, and nobody has said what becomes of that',
    'exemption-not-in-force': 'Nobody else has agreed to the exemption yet',
    'redacted-document-gone': 'The document that goes in its place is gone',
  },
  notCollected: 'Not every source has answered yet.',
  notClean: (many: number): string =>
    many === 1
      ? 'One document waits for its scan, or is harmful. Nothing is finished before it is clean or removed.'
      : `${many} documents wait for their scan, or are harmful. Nothing is finished before they are clean or removed.`,
  finished: 'The review is finished. Any change asks for it again.',
  secondNeeded: 'One person has finished it; a second person has to look as well.',
  finish: 'Finish the review',
  finishWhat: 'You finish exactly what this page shows.',
  done: 'You have finished the review.',
  takeBack: (mark: string): string => `Take back “${mark}”`,
  save: 'Save it, to look at it',
  records: 'The records',
  number: 'Number',
  noRecords: 'It holds no record.',
  more: 'More records',
  called: ({ called, entity, source }: Item): string =>
    called ?? (entity ? `${inPlainWords(entity.name)}: ${entity.description}` : source),
} as const;
