import { caseRights } from '@duly/case';
import { z } from 'zod';
import { among } from './command-parts.js';
import { civilDate, lineOf, staffId } from './fields.js';

export const teamName = lineOf(100);
export const staffParams = z.strictObject({ id: staffId });

/** Civil dates in Europe/London, both included. */
export const absence = z
  .strictObject({
    from: civilDate,
    until: civilDate.nullable().meta({ description: 'Null: until further notice.' }),
    cover: staffId.nullable().meta({
      description: 'Who does their work meanwhile and has their letters; null: their manager.',
    }),
  })
  .refine(({ from, until }) => until === null || until >= from, {
    path: ['until'],
    message: 'must not be before `from`',
  })
  .meta({ id: 'Absence' });
export type AbsenceView = z.infer<typeof absence>;

/** Null ends the absence there is. */
export const absenceBody = z.strictObject({ absence: absence.nullable() }).meta({ id: 'PlanAbsence' });
export type AbsenceBody = z.infer<typeof absenceBody>;

export const ownLettersBody = z
  .strictObject({
    digest: z.boolean().meta({
      description: 'Yes: reminders come as one letter a day. An alarm always comes by itself, at once.',
    }),
  })
  .meta({ id: 'OwnLetters' });
export type OwnLettersBody = z.infer<typeof ownLettersBody>;

export const leaveBody = z
  .strictObject({
    to: staffId.exactOptional().meta({
      description: 'Who takes over. Left out: whom the assignment rules choose, or the team.',
    }),
  })
  .meta({ id: 'Leave' });
export type LeaveBody = z.infer<typeof leaveBody>;

const many = z.int().min(0);
export const left = z
  .strictObject({ cases: many, tasks: many })
  .meta({ id: 'LeftBehind', description: 'What has found other hands, or is the team’s again.' });

/** Which team has the cases of some rights, and whether one of its handlers has them at once. */
export const assignmentRule = z.strictObject({
  rights: z
    .array(z.enum(caseRights))
    .min(1, 'must name a right at least, or be null')
    .nullable()
    .meta({ description: 'Null: every right.' }),
  team: teamName,
  share: among(['team', 'least-loaded']).meta({
    description:
      '`team`: whoever of the team claims it. `least-loaded`: the handler of the team who is at work and has the fewest open cases; the cases of one request go to one handler, and a complaint never to the handler of the case it is about.',
  }),
});

/** The first rule that fits a case’s right holds. */
export const assignmentRules = z
  .strictObject({ rules: z.array(assignmentRule).max(100, 'must be 100 rules at most') })
  .meta({ id: 'AssignmentRules' });
export type AssignmentRulesView = z.infer<typeof assignmentRules>;

/** To a person, who has it at once, or to a team, whose handlers may claim it. */
export const assignBody = z
  .strictObject({ handler: staffId.exactOptional(), team: teamName.exactOptional() })
  .refine(({ handler, team }) => handler !== undefined || team !== undefined, {
    path: ['handler'],
    message: 'name a handler, a team, or both',
  })
  .meta({ id: 'AssignCase' });
export type AssignBody = z.infer<typeof assignBody>;
