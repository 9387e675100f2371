export const roles = ['handler', 'approver', 'manager', 'auditor', 'administrator', 'marketing'] as const;
export type Role = (typeof roles)[number];

/** A made-up member of staff who can sign in on a developer's machine. */
export interface StaffMember {
  /** The `sub` of their tokens. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly team: string;
  readonly roles: readonly Role[];
}

const team = 'Information rights';

export const staff: readonly StaffMember[] = [
  {
    id: 'staff-harriet',
    name: 'Harriet Okafor',
    email: 'harriet.okafor@council.example',
    team,
    roles: ['handler'],
  },
  {
    id: 'staff-hamish',
    name: 'Hamish Grant',
    email: 'hamish.grant@council.example',
    team,
    roles: ['handler'],
  },
  {
    id: 'staff-anneke',
    name: 'Anneke Prasad',
    email: 'anneke.prasad@council.example',
    team,
    roles: ['handler', 'approver'],
  },
  {
    id: 'staff-morgan',
    name: 'Morgan Reid',
    email: 'morgan.reid@council.example',
    team,
    roles: ['handler', 'manager'],
  },
  {
    id: 'staff-aled',
    name: 'Aled Price',
    email: 'aled.price@council.example',
    team: 'Internal audit',
    roles: ['auditor'],
  },
  {
    id: 'staff-zofia',
    name: 'Zofia Novak',
    email: 'zofia.novak@council.example',
    team: 'Systems',
    roles: ['administrator'],
  },
  {
    id: 'system-mailings',
    name: 'Mailings',
    email: 'mailings@council.example',
    team: 'Marketing',
    roles: ['marketing'],
  },
];

/** Found by id, or by a role: then the person for whom it is the last, which is the most of what they may do. */
export const findStaff = (idOrRole: string): StaffMember | undefined =>
  staff.find(one => one.id === idOrRole) ?? staff.find(one => one.roles.at(-1) === idOrRole);
