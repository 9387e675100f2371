import type { CaseRight } from '@duly/case';
import type { CivilDate } from '@duly/law';
import type { Organisation } from './data/organisation.js';
import { line, paragraph, list, type Line } from './document/block.js';
import type { Template } from './template.js';
import { fullDate } from './wording/dates.js';
import { needed } from './wording/request.js';
import { rightNames } from './wording/staff.js';

/** One case in a digest: found by its reference, without a word about the person it is about. */
export interface DigestCase {
  readonly reference: string;
  readonly right: CaseRight;
  readonly why: 'due-soon' | 'progress-due' | 'recipients-untold';
  /** The rule, as `UK GDPR Art 12(3) (R30)`. */
  readonly cite: string;
  readonly dueDate: CivilDate | null;
  readonly planBy: CivilDate | null;
  readonly hasAlarm: boolean;
}

/** What a digest is written from. The cases come in the order of their urgency. */
export interface DigestData {
  readonly on: CivilDate;
  readonly organisation: Pick<Organisation, 'name'>;
  readonly addressee: string;
  readonly cases: readonly DigestCase[];
}

const whys: Readonly<Record<DigestCase['why'], string>> = {
  'due-soon': 'It is due soon.',
  'progress-due': 'The person has not been told how their complaint goes.',
  'recipients-untold': 'Somebody who has the data has not been told what was done.',
};

function about({ reference, right, why, cite, dueDate, planBy, hasAlarm }: DigestCase): Line {
  const work = planBy === null ? [] : line` Work to: ${fullDate(planBy)}.`;
  const last = dueDate === null ? [] : line` Last day by law: ${fullDate(dueDate)}.`;
  const alarm = hasAlarm ? [' An alarm stands.'] : [];
  return [
    ...line`${reference} (${rightNames[right]}). `,
    whys[why],
    ...alarm,
    ...work,
    ...last,
    ...line` Rule: ${cite}.`,
  ];
}

const hasDate = ({ dueDate, planBy }: DigestCase): boolean => dueDate !== null || planBy !== null;

/** One letter a day in the place of a reminder for each case; the most urgent stands first (R30). */
export const digest: Template<DigestData> = {
  version: 1,
  mustState: ({ cases }) => (cases.some(hasDate) ? ['answer-by'] : []),
  write: ({ on, organisation, addressee, cases }) => ({
    subject: `Your reminders for today: ${cases.length === 1 ? '1 case' : `${cases.length} cases`}`,
    blocks: [
      { kind: 'lines', lines: [organisation.name, fullDate(on)] },
      paragraph(line`Dear ${needed('addressee', addressee)},`),
      paragraph(
        cases.length === 1
          ? 'One case of yours needs you.'
          : 'These cases of yours need you. The most urgent is first.',
      ),
      list(cases.map(about), cases.some(hasDate) ? ['answer-by'] : []),
      paragraph(
        'What has been done since the last letter is left out. An alarm always comes by itself, at once.',
      ),
    ],
  }),
};
