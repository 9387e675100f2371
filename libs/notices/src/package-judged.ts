import type { CivilDate, Regulator } from '@duly/law';
import { howToComplain, routesOn } from './complaint-routes.js';
import type { Organisation } from './data/organisation.js';
import { heading, line, list, paragraph, words, type Block } from './document/block.js';
import type { Template } from './template.js';
import { fullDate } from './wording/dates.js';
import { needed } from './wording/request.js';

/** What became of a package that another controller sent us about a person (UK GDPR Arts 14, 20(2); R40). */
export interface PackageJudgedData {
  readonly on: CivilDate;
  readonly organisation: Organisation;
  readonly regulators: readonly [Regulator, ...Regulator[]];
  readonly addressee: string;
  /** The controller that sent it. */
  readonly sender: string;
  readonly receivedOn: CivilDate;
  /** `refused`: by machine, since it was no package, or not safe. */
  readonly decision: 'accepted' | 'rejected' | 'refused';
  /** In words for the person: what it is used for, or why it is not taken; not needed where it was refused. */
  readonly reasons?: string;
  /** What each item is that is kept, and that is deleted. */
  readonly kept: readonly string[];
  readonly deleted: readonly string[];
  /** Something that is kept tells of other people too. */
  readonly tellsOfOthers: boolean;
}

const items = (of: readonly string[]): Block => list(of.map(item => line`${needed('item', item)}`));

const accepted = ({ reasons, kept, deleted, tellsOfOthers }: PackageJudgedData): readonly Block[] => [
  ...(kept.length > 0
    ? [heading('What we keep, and why'), items(kept), words(needed('reasons', reasons), ['purposes'])]
    : []),
  ...(tellsOfOthers
    ? [paragraph('Some of it is about other people too. We keep that for you. We do not use it for us.')]
    : []),
  ...(deleted.length > 0
    ? [heading('What we do not keep'), paragraph('We do not need this, so we delete it:'), items(deleted)]
    : []),
];

const notTaken = ({ decision, reasons }: PackageJudgedData): readonly Block[] => [
  heading('We did not take it'),
  ...(decision === 'refused'
    ? [paragraph('We could not read the files, or they were not safe. Ask them to send the data once more.')]
    : [words(needed('reasons', reasons), ['refusal-reasons'])]),
  paragraph('We delete all of it. Whoever sent it still has your data, and you can ask them for a copy.'),
];

/** Tells the person what is kept of the data that came for them, and what is not. */
export const packageJudged: Template<PackageJudgedData> = {
  version: 1,
  mustState: ({ on, decision, kept }) => [
    'data-source',
    ...(decision === 'accepted' && kept.length > 0 ? (['purposes'] as const) : []),
    ...(decision === 'rejected' ? (['refusal-reasons'] as const) : []),
    ...routesOn(on),
  ],
  write: data => ({
    subject: `The data that ${data.sender} sent us`,
    blocks: [
      { kind: 'lines', lines: [data.organisation.name, fullDate(data.on)] },
      paragraph(line`Dear ${needed('addressee', data.addressee)},`),
      paragraph(
        line`You asked ${data.sender} to send us your data. It came on ${fullDate(data.receivedOn)}.`,
        ['data-source'],
      ),
      ...(data.decision === 'accepted' ? accepted(data) : notTaken(data)),
      ...howToComplain(data),
    ],
  }),
};
