import type { CivilDate } from '@duly/law';
import { line, paragraph } from './document/block.js';
import type { Template } from './template.js';
import { fullDate } from './wording/dates.js';

/** What a team is asked for, without a word about the person: whoever works the case gives them that. */
export interface SourceAskData {
  readonly organisation: { readonly name: string };
  /** The team or system, as people call it. */
  readonly title: string;
  readonly reference: string;
  readonly purpose: 'collect' | 'erase';
  /** The day to plan by; null while it is not known. */
  readonly planBy: CivilDate | null;
  readonly isReminder: boolean;
}

const wanted = {
  collect: 'Please look for what you hold about the person, and send it in the case.',
  erase: 'Please erase what you hold about the person, and record in the case what shows that it was done.',
} as const;

/** Tells a team that it is asked, or reminds it; never says about whom. */
export const sourceAsk: Template<SourceAskData> = {
  version: 1,
  mustState: () => [],
  write: ({ organisation, title, reference, purpose, planBy, isReminder }) => ({
    subject: `${isReminder ? 'Reminder: ' : ''}${reference} needs an answer from ${title}`,
    blocks: [
      { kind: 'lines', lines: [organisation.name] },
      paragraph(line`Dear colleagues at ${title},`),
      paragraph(line`A person has used a right under data-protection law. The case is ${reference}.`),
      paragraph(wanted[purpose]),
      paragraph(
        'If you hold nothing, cannot look, or must withhold something, say so there. Each is an answer.',
      ),
      ...(isReminder ? [paragraph('You were asked before, and there is no answer yet.')] : []),
      ...(planBy === null ? [] : [paragraph(line`The whole answer is planned for ${fullDate(planBy)}.`)]),
    ],
  }),
};
