import type { CivilDate } from '@duly/law';
import type { Organisation } from './data/organisation.js';
import { line, list, paragraph, type Line } from './document/block.js';
import { plainLine } from './document/plain-characters.js';
import { toPrint, type PrintDocument } from './document/to-print.js';
import { english } from './english.js';
import { statedBy, type Template } from './template.js';

/** What lies on top of a copy of somebody's data. It names nobody: the copy itself does. */
export interface CoverLetterData {
  /** Civil date in Europe/London on which the copy was made. */
  readonly on: CivilDate;
  readonly organisation: Organisation;
  readonly reference: string;
  /** Kinds of records, documents, and things that are left out. */
  readonly kinds: number;
  readonly documents: number;
  readonly leftOut: number;
}

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

function filesOf({ kinds, documents }: CoverLetterData): readonly (Line | string)[] {
  const ofRecords = [
    line`The folder data/csv holds ${many(kinds, 'kind of record', 'kinds of records')}, for a spreadsheet.`,
    'The folders data/json, data/xml and data/rdf hold the same, for another service to read.',
  ];
  return [
    'Open overview.html first. It is a page to read, and says what each thing means.',
    ...(kinds > 0 ? ofRecords : []),
    ...(documents > 0
      ? [line`The folder documents holds ${many(documents, 'document', 'documents')}, as we hold them.`]
      : []),
    'The file manifest.json lists each file. With it you can check that all of it is there.',
  ];
}

/** UK GDPR Arts 12(1), 12(2), 20: what came, how to use it, and to keep it safely. */
export const coverLetter: Template<CoverLetterData> = {
  version: 1,
  mustState: () => [],
  write: data => ({
    subject: 'The copy of the data',
    blocks: [
      paragraph(
        line`You asked us for a copy of personal data. Here it is. Our reference is ${data.reference}.`,
      ),
      list(filesOf(data)),
      ...(data.leftOut > 0
        ? [
            paragraph(
              line`We left out ${many(data.leftOut, 'thing', 'things')}. The page overview.html says what, and why.`,
            ),
          ]
        : []),
      paragraph('Our answer is a letter of its own. It tells you your rights and how to complain.'),
      paragraph(
        'Keep this copy where only you can open it. Delete it when you no longer need it. Take care whom you give it to.',
      ),
      paragraph(
        line`If you have a question, write to ${data.organisation.email} or ring ${data.organisation.phone}.`,
      ),
    ],
  }),
};

/** The same letter as it is set on paper. */
export function coverOnPaper(data: CoverLetterData): PrintDocument {
  const { organisation, on, reference } = data;
  const { name, postalAddress, email, phone } = organisation;
  const { tag, frame, formats } = english;
  const { content } = statedBy('cover-letter', coverLetter, data);
  return {
    language: tag,
    title: plainLine(`${content.subject} (${reference})`),
    isLarge: false,
    on,
    sender: [name, ...postalAddress.split('\n'), email, phone].map(plainLine).filter(row => row !== ''),
    addressee: [],
    dated: [formats.fullDate(on), frame.reference(reference)],
    body: content.blocks.map(toPrint),
  };
}
