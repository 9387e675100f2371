import { heading, paragraph, words, type Block } from '../document/block.js';
import type { ParticularsTold } from '../data/answer-data.js';
import type { LetterItem } from '../letter-item.js';
import { needed } from './request.js';

/** UK GDPR Art 15(1)–(2): what every answer to an access request states once the duty is on record. */
export function particularItems(particulars: ParticularsTold | undefined): readonly LetterItem[] {
  if (!particulars) return [];
  if (!particulars.isProcessed) return ['confirmation'];
  return [
    'confirmation',
    'purposes',
    'data-categories',
    'disclosed-to',
    'kept-for',
    'other-rights',
    'data-source',
    'automated-decisions',
    'transfers-abroad',
  ];
}

const section = (title: string, text: string, states: LetterItem): readonly Block[] => [
  heading(title),
  words(needed(states, text), [states]),
];

/** Points (a) to (h) in their order; the routes of (ea) and (f) are those of every answer. */
export function whatMustBeSaid(particulars: ParticularsTold | undefined): readonly Block[] {
  if (!particulars) return [];
  if (!particulars.isProcessed) {
    return [paragraph('We looked, and we do not use any personal data about you.', ['confirmation'])];
  }
  const { purposes, dataCategories, disclosedTo, keptFor } = particulars;
  const { obtainedFrom, automatedDecisions, transfersAbroad } = particulars;
  return [
    paragraph('Yes, we use personal data about you. This is what you should know about it.', [
      'confirmation',
    ]),
    ...section('Why we use it', needed('purposes', purposes), 'purposes'),
    ...section('Which kinds of data we use', needed('dataCategories', dataCategories), 'data-categories'),
    ...section('Who gets to see it', needed('disclosedTo', disclosedTo), 'disclosed-to'),
    ...section('How long we keep it', needed('keptFor', keptFor), 'kept-for'),
    heading('What else you can ask for'),
    paragraph(
      'You can ask us to put the data right, to erase it, or to use it less. You can also object to how we use it.',
      ['other-rights'],
    ),
    ...section('Where we got it', obtainedFrom ?? 'You gave it to us yourself.', 'data-source'),
    ...section(
      'Choices made by a machine',
      automatedDecisions ?? 'No machine alone makes a choice about you that matters to you.',
      'automated-decisions',
    ),
    ...section(
      'Where it goes',
      transfersAbroad ?? 'We do not send it to other countries.',
      'transfers-abroad',
    ),
  ];
}

/** Left out or covered for the sake of others: never for whose. */
export function leftOutForOthers(leavesOutOthers: boolean | undefined): readonly Block[] {
  if (leavesOutOthers !== true) return [];
  return [
    heading('What we left out for others'),
    paragraph(
      'Some of what we hold tells of other people too. We took that out, or hid it, where it would not be fair to them (UK GDPR Art 15(4)).',
      ['refusal-extent', 'refusal-reasons'],
    ),
  ];
}
