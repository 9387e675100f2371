import type { WayOfCorrecting } from '@duly/case';
import type { RestrictionGround } from '@duly/law';
import type { AnswerRecord, RecipientsOfAnswer } from '../../data/answer-record.js';
import { heading, line, list, paragraph, words, type Block } from '../../document/block.js';
import type { LetterItem } from '../../letter-item.js';
import { needed } from '../../wording/request.js';
import { first, type Whose } from '../../wording/whose.js';

type Part<Name extends keyof AnswerRecord> = (
  told: NonNullable<AnswerRecord[Name]>,
  about: Whose,
) => readonly Block[];

const howCorrected: Readonly<Record<WayOfCorrecting, string>> = {
  corrected: 'This was wrong. It now says:',
  completed: 'This was not complete. It now says:',
  'marked-as-opinion': 'This is a view that somebody took. We have marked it as one:',
  'statement-added': 'We added this note to it:',
};

const corrections: Part<'corrections'> = made => [
  heading('What we put right'),
  ...made.flatMap(({ how, what }) => [
    paragraph(howCorrected[how]),
    words(needed('what', what), ['what-was-corrected']),
  ]),
];

const erased: Part<'erased'> = (deleted, { their }) => [
  heading('What we deleted'),
  ...deleted.flatMap(({ what }) => [words(needed('what', what), ['what-was-erased'])]),
  heading('What happens to backups'),
  paragraph(
    `We keep copies of our systems, in case one fails. This is what happens to ${their} data in them:`,
  ),
  ...deleted.flatMap(({ backups }) => [words(needed('backups', backups), ['backups'])]),
];

const publicSteps: Part<'publicSteps'> = taken => [
  heading('What had been made public'),
  paragraph('This data had been made public. We did this so that others delete it too:'),
  ...taken.map(step => words(needed('publicSteps', step), ['public-steps'])),
];

const whyRestricted = ({ they }: Whose): Readonly<Record<RestrictionGround, string>> => ({
  accuracy_contested: 'We do this while we check if it is right.',
  unlawful_but_not_erased: 'We should not have used it. You asked us to keep it and not to delete it.',
  needed_for_claims: `We no longer need it. ${first(they)} need it for a legal claim.`,
  objection_pending: 'We do this while we weigh what you told us.',
});

const restrictions: Part<'restrictions'> = (limited, about) => [
  heading('What we have limited'),
  ...limited.flatMap(({ ground, what }) => [
    words(needed('what', what), ['restricted-data']),
    paragraph(whyRestricted(about)[ground], ['restriction-ground']),
  ]),
  paragraph(
    `We keep this data, but we do not use it. There are four exceptions: ${about.they} agree, it is needed for a legal claim, it protects the rights of another person, or there is a strong public interest.`,
  ),
  paragraph('We will write to you before we end this.', ['told-before-lifting']),
];

const stopped: Part<'stopped'> = ended => [
  heading('What we have stopped'),
  ...ended.map(what => words(needed('what', what), ['processing-stopped'])),
];

const decision: Part<'decision'> = ({ information, outcome, reasons }) => [
  ...(information === undefined
    ? []
    : [
        heading('What the computer did'),
        words(needed('information', information), ['decision-information']),
      ]),
  heading('What a person made of it'),
  paragraph(
    'A person has looked at what the computer chose. That person had no part in it, and may change it.',
    ['human-intervention'],
  ),
  paragraph(
    outcome === 'changed' ? 'They have changed it. This is why:' : 'They have left it as it is. This is why:',
  ),
  words(needed('reasons', reasons), ['decision-outcome']),
  paragraph('You can still tell us what you think of this, and ask us to look again.', [
    'decision-safeguards',
  ]),
];

const sharedWith = ({ told, untold, toBeTold }: RecipientsOfAnswer): number => told + untold + toBeTold;

function howMany(shared: RecipientsOfAnswer): readonly Block[] {
  const { told, untold, toBeTold } = shared;
  if (sharedWith(shared) === 0) return [paragraph('We had not shared it with anyone else.', ['recipients'])];
  const [some, all] = [told > 0 || toBeTold > 0, untold === 0 && toBeTold === 0];
  const said = [
    ...(told > 0 && all ? ['We told those with whom we had shared it what we have done.'] : []),
    ...(told > 0 && !all ? ['We told some of those with whom we had shared it what we have done.'] : []),
    ...(toBeTold > 0
      ? [
          told + untold > 0
            ? 'Others do not know yet. We will tell them.'
            : 'Those with whom we had shared it do not know yet what we have done. We will tell them.',
        ]
      : []),
    ...(untold > 0
      ? [
          some
            ? 'We could not tell all of them. For some of them it cannot be done, or it would take far too much work.'
            : 'We could not tell those with whom we had shared it. It cannot be done, or it would take far too much work.',
        ]
      : []),
  ];
  return said.map(text => paragraph(text, ['recipients']));
}

const recipients: Part<'recipients'> = told => [
  heading('Who else has it'),
  ...howMany(told),
  ...(told.names === undefined
    ? sharedWith(told) === 0
      ? []
      : [paragraph('If you want to know who they are, please ask us.')]
    : [paragraph('You asked us who they are:'), list(told.names.map(name => line`${name}`))]),
];

/** What the answer says of the case's record (R37–R45), in the order in which it was done. */
export function answerRecord(record: AnswerRecord, about: Whose): readonly Block[] {
  return [
    ...(record.corrections ? corrections(record.corrections, about) : []),
    ...(record.erased ? erased(record.erased, about) : []),
    ...(record.publicSteps ? publicSteps(record.publicSteps, about) : []),
    ...(record.restrictions ? restrictions(record.restrictions, about) : []),
    ...(record.stopped ? stopped(record.stopped, about) : []),
    ...(record.decision ? decision(record.decision, about) : []),
    ...(record.recipients ? recipients(record.recipients, about) : []),
  ];
}

/** What must be stated of what is on record. */
export function recordItems(record: AnswerRecord): readonly LetterItem[] {
  return [
    ...(record.corrections ? (['what-was-corrected'] as const) : []),
    ...(record.erased ? (['what-was-erased', 'backups'] as const) : []),
    ...(record.publicSteps ? (['public-steps'] as const) : []),
    ...(record.restrictions
      ? (['restricted-data', 'restriction-ground', 'told-before-lifting'] as const)
      : []),
    ...(record.stopped ? (['processing-stopped'] as const) : []),
    ...(record.decision ? (['human-intervention', 'decision-outcome', 'decision-safeguards'] as const) : []),
    ...(record.recipients ? (['recipients'] as const) : []),
  ];
}
