import { z } from 'zod';
import { nextCursor } from './case-views.js';
import { emailAddress, lineOf, personName, staffId } from './fields.js';
import { roles } from './permissions.js';
import { absence, teamName } from './staffing.js';

const signInName = lineOf(255).meta({
  description: 'What the sign-in calls this person: the `sub` of their access tokens.',
});

/** A member of staff. The address is left out: whether reminders can reach them is all that a list must tell. */
export const staffView = z
  .strictObject({
    id: staffId,
    name: personName,
    team: z.string().nullable(),
    roles: z.array(z.enum(roles)).meta({ description: 'As the last sign-in told them.' }),
    manager: staffId.nullable(),
    absence: absence.nullable().meta({ description: 'Null while none is planned.' }),
    hasEmail: z
      .boolean()
      .meta({ description: 'Without an address, what is meant for them goes to the fallback address.' }),
    hasSignedIn: z.boolean(),
    wantsDigest: z
      .boolean()
      .meta({ description: 'One letter a day in the place of a reminder for each case.' }),
  })
  .meta({ id: 'StaffMember' });
export type StaffView = z.infer<typeof staffView>;

export const staffList = z
  .strictObject({ staff: z.array(staffView), next: nextCursor.nullable() })
  .meta({ id: 'StaffList' });
export type StaffList = z.infer<typeof staffList>;

/** What is left out stays as it is; null empties it. */
export const keepStaffBody = z
  .strictObject({
    subject: signInName,
    name: personName,
    email: emailAddress.nullable().exactOptional(),
    team: teamName.nullable().exactOptional(),
    manager: staffId.nullable().exactOptional(),
  })
  .meta({ id: 'KeepStaff' });
export type KeepStaffBody = z.infer<typeof keepStaffBody>;

/** The opaque id, by which tasks are reassigned and managers are named. */
export const staffKept = z.strictObject({ id: staffId }).meta({ id: 'StaffKept' });
export type StaffKept = z.infer<typeof staffKept>;
