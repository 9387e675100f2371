import type { ParticularThatMayBeNone } from '@duly/case';
import { heading, paragraph, words, type Block } from '../document/block.js';
import type { ParticularsTold } from '../data/answer-data.js';
import type { LetterItem } from '../letter-item.js';
import { needed } from './request.js';
import { first, type Whose } from './whose.js';

type Processed = Extract<ParticularsTold, { readonly isProcessed: true }>;

const isNone = ({ none }: Processed, name: ParticularThatMayBeNone): boolean => none?.includes(name) === true;

/** UK GDPR Art 15(1)–(2): what every answer to an access request states once the duty is on record. */
export function particularItems(particulars: ParticularsTold | undefined): readonly LetterItem[] {
  if (!particulars) return [];
  if (!particulars.isProcessed) return ['confirmation'];
  const isSaid = (name: ParticularThatMayBeNone): boolean =>
    particulars[name] !== undefined || isNone(particulars, name);
  return [
    'confirmation',
    'purposes',
    'data-categories',
    'disclosed-to',
    'kept-for',
    'other-rights',
    ...(isSaid('obtainedFrom') ? (['data-source'] as const) : []),
    ...(isSaid('automatedDecisions') ? (['automated-decisions'] as const) : []),
    ...(isSaid('transfersAbroad') ? (['transfers-abroad'] as const) : []),
  ];
}

const section = (title: string, text: string, states: LetterItem): readonly Block[] => [
  heading(title),
  words(needed(states, text), [states]),
];

/** Nothing is said by silence: each is told where somebody has said it, or has said that there is none. */
function whatMayBeNone(particulars: Processed, { they, them, themselves }: Whose): readonly Block[] {
  const titled = (
    name: ParticularThatMayBeNone,
    title: string,
    none: string,
    states: LetterItem,
  ): readonly Block[] => {
    const text = particulars[name] ?? (isNone(particulars, name) ? none : undefined);
    return text === undefined ? [] : section(title, text, states);
  };
  const given = `${first(they)} gave it to us ${themselves}.`;
  const byMachine = `No machine alone makes a choice about ${them} that matters to ${them}.`;
  return [
    ...titled('obtainedFrom', 'Where we got it', given, 'data-source'),
    ...titled('automatedDecisions', 'Choices made by a machine', byMachine, 'automated-decisions'),
    ...titled(
      'transfersAbroad',
      'Where it goes',
      'We do not send it to other countries.',
      'transfers-abroad',
    ),
  ];
}

/** Points (a) to (h) in their order; the routes of (ea) and (f) are those of every answer. */
export function whatMustBeSaid(particulars: ParticularsTold | undefined, about: Whose): readonly Block[] {
  if (!particulars) return [];
  if (!particulars.isProcessed) {
    return [
      paragraph(`We looked, and we do not use any personal data about ${about.them}.`, ['confirmation']),
    ];
  }
  const { purposes, dataCategories, disclosedTo, keptFor } = particulars;
  return [
    paragraph(`Yes, we use personal data about ${about.them}. This is what you should know about it.`, [
      'confirmation',
    ]),
    ...section('Why we use it', needed('purposes', purposes), 'purposes'),
    ...section('Which kinds of data we use', needed('dataCategories', dataCategories), 'data-categories'),
    ...section('Who gets to see it', needed('disclosedTo', disclosedTo), 'disclosed-to'),
    ...section('How long we keep it', needed('keptFor', keptFor), 'kept-for'),
    heading('What else you can ask for'),
    paragraph(
      `${first(about.they)} can ask us to put the data right, to erase it, or to use it less. ${first(about.they)} can also object to how we use it.`,
      ['other-rights'],
    ),
    ...whatMayBeNone(particulars, about),
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
