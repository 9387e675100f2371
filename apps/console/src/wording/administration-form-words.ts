/** What the pages say on which a source of data is registered, changed and removed. */
export const sourceWords = {
  registerSource: 'Register a source of data',
  registerExplain:
    'A source is whoever holds data of persons: a team, another system, or a worker of yours. A database that is asked by queries is registered through the API (POST /v1/sources), where the queries can be reviewed as code.',
  sourceTitle: 'What is it called?',
  sourceName: 'A short name for systems',
  sourceNameHint: 'Lower-case letters, digits and -, such as housing-system. It never changes.',
  sourceKind: 'How is it asked?',
  otherKind: 'It is asked in another way',
  sourceEmail: 'E-mail address of the team',
  sourceUrl: 'Address that is called',
  sourceUrlHint: 'It begins with https:// and is on the open internet.',
  sourceNamespace: 'Namespace of its worker',
  sourceQueue: 'Task queue of its worker',
  sourceWorkflow: 'Workflow of its worker',
  sourceRights: 'For which rights is it asked?',
  sourceRightsHint: 'None ticked: for each of them.',
  registerDo: 'Register it',
  changeSource: (title: string): string => `Change ${title}`,
  changeExplain: (name: string, kind: string): string =>
    `${name}. ${kind}. Cases that were asked for before keep the terms of then.`,
  changeDo: 'Change it',
  removeSource: 'Remove this source',
  removeExplain: 'It is asked no more. What it has answered stays with its cases.',
  removeDo: 'Remove it',
  secretExplain:
    'This is the secret by which the source knows our calls. It is shown once: put it where the source keeps its secrets, now.',
  sourceDones: {
    registered: 'The source is registered.',
    changed: 'The source is changed.',
    removed: 'The source is removed.',
  },
} as const;

const asked = {
  identity: 'identity',
  authority: 'authority',
  fee: 'a fee',
  clarification: 'clarification',
} as const;

const recipients = {
  handler: 'Remind the handler, before the day to plan by',
  manager: 'Remind the manager, after an alarm that stands',
  source: 'Ask a source of data again, after it was asked',
} as const;

const ofAsk = {
  remindAfter: (what: string): string => `Person asked for ${what}: remind after`,
  abandonAfter: (what: string): string => `Person asked for ${what}: time to reply`,
  warnBefore: (what: string): string => `Person asked for ${what}: warn before the end of that time`,
} as const;

/** `requester.fee.warnBefore`, `handler`: a field of a schedule, as its page calls it. */
function distanceOf(field: string): string {
  const [of = '', ask = '', what = ''] = field.split('.');
  if (of === 'handler' || of === 'manager' || of === 'source') return recipients[of];
  const called = Object.entries(asked).find(([name]) => name === ask)?.[1] ?? ask;
  return Object.entries(ofAsk).find(([name]) => name === what)?.[1](called) ?? field;
}

const counted = (many: number, one: string, more: string): string =>
  many === 1 ? `1 ${one}` : `${many} ${more}`;

/** What the pages say on which a schedule of reminders is tried and put in force. */
export const scheduleWords = {
  scheduleOf: (right: string): string => `Reminders: ${right.toLowerCase()}`,
  scheduleExplain:
    'Try it first: you see who would be reminded when. Once in force, each open case of the right is told; nothing is sent twice, and what a letter promised stays.',
  distanceHint:
    'Write each as 10 working days, 5 days, 1 month or 1 month 3 days, with commas between. Never: nobody.',
  distanceWrong: 'must be written as 10 working days, 5 days or 1 month, with commas between',
  oneDistance: 'must be one length of time, such as 1 month',
  distanceOf,
  scheduleTry: 'Try it',
  schedulePut: 'Put it in force',
  scheduleDone: 'The schedule is in force. Each open case of this right is being told.',
  scheduleTried: 'What this schedule would send',
  wouldGoToday: (many: number): string => `Today: ${counted(many, 'reminder', 'reminders')}.`,
  looked: (at: number, leftOut: number): string =>
    `${counted(at, 'open case', 'open cases')} looked at${leftOut > 0 ? `, ${leftOut} more left out` : ''}, 92 days ahead.`,
  onDay: (day: string, many: number): string => `${day}: ${counted(many, 'reminder', 'reminders')}.`,
  triedReminders: ['Case', 'Day', 'To', 'What'],
  noReminder: 'Nobody would be reminded.',
  scheduleVersions: 'Earlier and now',
  scheduleVersionsHead: ['Version', 'Put in force', 'Handler', 'Cases told'],
  bySettings: 'By the settings',
  told: (many: number, waiting: number): string =>
    waiting > 0 ? `${many}, ${waiting} still to tell` : String(many),
} as const;
