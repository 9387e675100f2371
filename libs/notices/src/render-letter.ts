import { line, paragraph, type Block } from './document/block.js';
import { plainLine, plainLines } from './document/plain-characters.js';
import { toHtml } from './document/to-html.js';
import { toPrint, type PrintDocument } from './document/to-print.js';
import { toText } from './document/to-text.js';
import type { LetterData, LetterKind } from './data/letter-data.js';
import type { ToStaff } from './data/to-staff.js';
import type { ToPerson } from './data/organisation.js';
import type { LetterItem } from './letter-item.js';
import { english, publishedLanguages } from './english.js';
import { languageOf, type Language, type Languages } from './language.js';
import { statedBy } from './template.js';
import { needed } from './wording/request.js';

/** A letter, ready to be stored and sent. */
export interface Letter {
  /** One line; holds no name, since subjects are shown where anybody may look. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same letter, to be set on paper. */
  readonly print: PrintDocument;
  /** What it states of that which the law wants stated; {@link letterItems} gives the provision of each. */
  readonly statutoryContent: readonly LetterItem[];
  readonly language: string;
  /** The template that wrote it, and its version. */
  readonly template: LetterKind;
  readonly version: number;
  /** The data it was written from: the same, in the same version, give the same letter. */
  readonly writtenFrom: object;
}

type Addressed = ToPerson | ToStaff;

function addressLines(text: string): readonly string[] {
  return plainLines(text)
    .split('\n')
    .filter(row => row.trim() !== '');
}

function isToPerson(data: Addressed): data is ToPerson {
  return 'regulators' in data;
}

function opening(data: Addressed, { frame, formats }: Language): readonly Block[] {
  const { organisation } = data;
  return [
    {
      kind: 'lines',
      lines: [organisation.name, ...(isToPerson(data) ? addressLines(organisation.postalAddress) : [])],
    },
    { kind: 'lines', lines: [formats.fullDate(data.on), frame.reference(data.reference)] },
  ];
}

function greeting(
  data: Addressed,
  {
    frame: {
      greeting: [before, after],
    },
  }: Language,
): Block {
  return paragraph([before, ...line`${needed('addressee', data.addressee)}`, after]);
}

function ending(data: Addressed, { frame }: Language): readonly Block[] {
  if (!isToPerson(data)) return [];
  const { organisation } = data;
  return [
    paragraph(frame.closing),
    {
      kind: 'lines',
      lines: [
        organisation.name,
        frame.email(organisation.email),
        frame.phone(organisation.phone),
        frame.giveReference(data.reference),
      ],
    },
  ];
}

/** On paper the letterhead stands beside the window of the envelope, which shows whom the letter is for. */
function printOf(
  data: Addressed,
  { tag, frame, formats }: Language,
  title: string,
  body: readonly Block[],
): PrintDocument {
  const { organisation, addressee, on } = data;
  const { name, postalAddress, email, phone } = organisation;
  const toSomebody = isToPerson(data);
  return {
    language: tag,
    title,
    isLarge: toSomebody && data.isLarge === true,
    on,
    sender: toSomebody ? [name, ...addressLines(postalAddress), email, phone].map(plainLine) : [name],
    addressee: [
      plainLine(addressee),
      ...(toSomebody && data.postalAddress !== undefined ? addressLines(data.postalAddress) : []),
    ],
    dated: [formats.fullDate(on), frame.reference(data.reference)],
    body: body.map(toPrint),
  };
}

/** The language asked for, where the kind is written in it; else English, which has every kind. */
function wordingFor<Kind extends LetterKind>(kind: Kind, tag: string, languages: Languages) {
  const asked = languageOf(tag, languages);
  const template = asked?.templates[kind];
  return asked && template
    ? { language: asked, template }
    : { language: english, template: english.templates[kind] };
}

/** Whether a letter of that kind is written in that language, and needs nobody to translate it. */
export function isWrittenIn(
  tag: string,
  kind: LetterKind,
  languages: Languages = publishedLanguages,
): boolean {
  return languageOf(tag, languages)?.templates[kind] !== undefined;
}

/**
 * Writes a letter, in the language of its data where there is one. The same kind, data and template version give the same bytes.
 * @throws LetterNotComplete where something is missing that the letter must say.
 */
export function renderLetter<Kind extends LetterKind>(
  kind: Kind,
  data: LetterData[Kind],
  languages: Languages = publishedLanguages,
): Letter {
  const { language, template } = wordingFor(kind, data.language ?? english.tag, languages);
  const { content, statutoryContent } = statedBy(kind, template, data);
  const subject = plainLine(`${content.subject} (${needed('reference', data.reference)})`);
  const body = [greeting(data, language), ...content.blocks, ...ending(data, language)];
  const blocks = [...opening(data, language), ...body];
  const isLarge = isToPerson(data) && data.isLarge === true;
  return {
    subject,
    text: toText(blocks),
    html: toHtml(language, subject, blocks, isLarge),
    print: printOf(data, language, subject, body),
    statutoryContent,
    language: language.tag,
    template: kind,
    version: template.version,
    writtenFrom: data,
  };
}
