/** What a member of staff may do. Every route names exactly one, beside it. */
export const permissions = [
  'read cases',
  'open requests',
  'work cases',
  'approve steps',
  'review exemptions',
  'work tasks',
  'assign tasks',
  'read staff',
  'plan own absence',
  'choose own letters',
  'keep staff',
  'check suppressions',
  'read calendars',
  'keep calendars',
  'read schedules',
  'try schedules',
  'keep schedules',
  'read statistics',
  'audit cases',
  'read hooks',
  'keep hooks',
  'read sources',
  'keep sources',
  'read controllers',
  'keep controllers',
  'read retention',
  'keep retention',
  'place holds',
  'plan erasures',
  'approve erasures',
] as const;
export type Permission = (typeof permissions)[number];

/** The roles that an access token's claim may name. */
export const roles = ['handler', 'approver', 'manager', 'auditor', 'administrator', 'marketing'] as const;
export type Role = (typeof roles)[number];

/** Who may do what. An administrator runs the installation, keeps its staff and sees no case; an auditor sees all and changes nothing. */
const granted: Readonly<Record<Role, readonly Permission[]>> = {
  handler: [
    'read sources',
    'read controllers',
    'place holds',
    'read calendars',
    'read schedules',
    'read cases',
    'open requests',
    'work cases',
    'review exemptions',
    'work tasks',
    'plan own absence',
    'choose own letters',
    'read staff',
    'check suppressions',
  ],
  approver: [
    'read retention',
    'place holds',
    'approve erasures',
    'read calendars',
    'read schedules',
    'read cases',
    'approve steps',
    'review exemptions',
    'work tasks',
    'plan own absence',
    'choose own letters',
    'read staff',
  ],
  manager: [
    'read sources',
    'read controllers',
    'read retention',
    'keep retention',
    'place holds',
    'plan erasures',
    'approve erasures',
    'read calendars',
    'read schedules',
    'try schedules',
    'read cases',
    'open requests',
    'work cases',
    'approve steps',
    'review exemptions',
    'work tasks',
    'assign tasks',
    'read staff',
    'plan own absence',
    'choose own letters',
    'read statistics',
  ],
  auditor: [
    'read retention',
    'read calendars',
    'read schedules',
    'read cases',
    'read staff',
    'read statistics',
    'read hooks',
    'read sources',
    'read controllers',
    'audit cases',
  ],
  administrator: [
    'read sources',
    'keep sources',
    'read controllers',
    'keep controllers',
    'read retention',
    'read hooks',
    'keep hooks',
    'read staff',
    'keep staff',
    'read calendars',
    'keep calendars',
    'read schedules',
    'try schedules',
    'keep schedules',
  ],
  // The system that sends marketing: it learns whom it may not write to, and nothing else.
  marketing: ['check suppressions'],
};

export function mayDo(held: readonly Role[], permission: Permission): boolean {
  return held.some(role => granted[role].includes(permission));
}

/** The roles that let somebody do it. */
export function rolesWith(permission: Permission): readonly Role[] {
  return roles.filter(role => granted[role].includes(permission));
}
