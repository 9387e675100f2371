import { line, paragraph, type Block, type Content } from './document/block.js';
import { plainLine, plainLines } from './document/plain-characters.js';
import { toHtml } from './document/to-html.js';
import { toPrint, type PrintDocument } from './document/to-print.js';
import { toText } from './document/to-text.js';
import type { LetterData, LetterKind, ToStaff } from './data/letter-data.js';
import type { ToPerson } from './data/organisation.js';
import type { LetterItem } from './letter-item.js';
import { LetterNotComplete } from './letter-not-complete.js';
import { templates } from './templates/index.js';
import { fullDate } from './wording/dates.js';
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

function opening(data: Addressed): readonly Block[] {
  const { organisation } = data;
  return [
    {
      kind: 'lines',
      lines: [organisation.name, ...(isToPerson(data) ? addressLines(organisation.postalAddress) : [])],
    },
    { kind: 'lines', lines: [fullDate(data.on), `Our reference: ${data.reference}`] },
  ];
}

function greeting(data: Addressed): Block {
  return paragraph(line`Dear ${needed('addressee', data.addressee)},`);
}

function ending(data: Addressed): readonly Block[] {
  if (!isToPerson(data)) return [];
  const { organisation } = data;
  return [
    paragraph('Yours sincerely'),
    {
      kind: 'lines',
      lines: [
        organisation.name,
        `Email: ${organisation.email}`,
        `Phone: ${organisation.phone}`,
        `Please give our reference when you write or call: ${data.reference}`,
      ],
    },
  ];
}

/** On paper the letterhead stands beside the window of the envelope, which shows whom the letter is for. */
function printOf(
  data: Addressed,
  head: Pick<PrintDocument, 'language' | 'title'>,
  body: readonly Block[],
): PrintDocument {
  const { organisation, addressee, on } = data;
  const { name, postalAddress, email, phone } = organisation;
  const toSomebody = isToPerson(data);
  return {
    ...head,
    isLarge: toSomebody && data.isLarge === true,
    on,
    sender: toSomebody ? [name, ...addressLines(postalAddress), email, phone].map(plainLine) : [name],
    addressee: [
      plainLine(addressee),
      ...(toSomebody && data.postalAddress !== undefined ? addressLines(data.postalAddress) : []),
    ],
    dated: [fullDate(on), `Our reference: ${data.reference}`],
    body: body.map(toPrint),
  };
}

function statedIn(content: Content): readonly LetterItem[] {
  return [...new Set(content.blocks.flatMap(({ states }) => states ?? []))];
}

/**
 * Writes a letter. The same kind, data and template version give the same bytes.
 * @throws LetterNotComplete where something is missing that the letter must say.
 */
export function renderLetter<Kind extends LetterKind>(kind: Kind, data: LetterData[Kind]): Letter {
  const template = templates[kind];
  const content = template.write(data);
  const statutoryContent = statedIn(content);
  const missing = template.mustState(data).filter(item => !statutoryContent.includes(item));
  if (missing.length > 0) throw new LetterNotComplete(kind, `it does not state ${missing.join(', ')}`);
  const subject = plainLine(`${content.subject} (${needed('reference', data.reference)})`);
  const body = [greeting(data), ...content.blocks, ...ending(data)];
  const blocks = [...opening(data), ...body];
  const language = data.language ?? 'en';
  return {
    subject,
    text: toText(blocks),
    html: toHtml(language, subject, blocks, isToPerson(data) && data.isLarge === true),
    print: printOf(data, { language, title: subject }, body),
    statutoryContent,
    language,
    template: kind,
    version: template.version,
    writtenFrom: data,
  };
}
