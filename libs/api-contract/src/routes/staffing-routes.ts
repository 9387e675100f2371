import { caseRow } from '../case-views.js';
import { rowExample } from '../examples/view-examples.js';
import { idParams } from '../queries.js';
import { staffKept } from '../staff-views.js';
import {
  absenceBody,
  assignBody,
  assignmentRules,
  leaveBody,
  left,
  ownLettersBody,
  staffParams,
} from '../staffing.js';
import type { Route } from './route.js';

const absenceExample = { absence: { from: '2026-08-03', until: '2026-08-14', cover: 'staff-7' } };
const absenceKept = [
  { status: 200, description: 'It is kept.', schema: staffKept, example: { id: 'staff-3' } },
] as const;
const rulesExample = {
  rules: [
    { rights: ['erasure', 'restriction'], team: 'records', share: 'team' },
    { rights: null, team: 'information rights', share: 'least-loaded' },
  ],
};
const theRules = [
  { status: 200, description: 'The rules in force.', schema: assignmentRules, example: rulesExample },
] as const;

/** Who has the work: by rule and by hand, while somebody is away, and when they leave. */
export const staffingRoutes = {
  assignCase: {
    operation: 'assignCase',
    method: 'post',
    path: '/v1/cases/{id}/assign',
    tag: 'cases',
    summary: 'Give a case and its open tasks to somebody, or transfer it to another team',
    permission: 'assign tasks',
    params: idParams,
    body: { schema: assignBody, example: { team: 'records' } },
    answers: [{ status: 200, description: 'The case as it stands.', schema: caseRow, example: rowExample }],
    problems: ['no-such-case', 'not-yet-there'],
  },
  planOwnAbsence: {
    operation: 'planOwnAbsence',
    method: 'post',
    path: '/v1/staff/me/absence',
    tag: 'staff',
    summary: 'Say when you are away and who does your work meanwhile; null says that you are back',
    permission: 'plan own absence',
    body: { schema: absenceBody, example: absenceExample },
    answers: absenceKept,
    problems: ['nobody-stands-in'],
  },
  chooseOwnLetters: {
    operation: 'chooseOwnLetters',
    method: 'post',
    path: '/v1/staff/me/letters',
    tag: 'staff',
    summary: 'Choose whether your reminders come one by one or as one letter a day',
    permission: 'choose own letters',
    body: { schema: ownLettersBody, example: { digest: true } },
    answers: absenceKept,
    problems: [],
  },
  planAbsence: {
    operation: 'planAbsence',
    method: 'post',
    path: '/v1/staff/{id}/absence',
    tag: 'staff',
    summary: 'The same for somebody else, who may have fallen ill',
    permission: 'assign tasks',
    params: staffParams,
    body: { schema: absenceBody, example: absenceExample },
    answers: absenceKept,
    problems: ['no-such-staff', 'nobody-stands-in'],
  },
  staffLeaves: {
    operation: 'staffLeaves',
    method: 'post',
    path: '/v1/staff/{id}/leave',
    tag: 'staff',
    summary: 'Somebody leaves: their cases and tasks find other hands, and they are no longer let in',
    permission: 'keep staff',
    params: staffParams,
    body: { schema: leaveBody, example: { to: 'staff-7' } },
    answers: [
      { status: 200, description: 'What they left.', schema: left, example: { cases: 12, tasks: 17 } },
    ],
    problems: ['no-such-staff', 'nobody-stands-in'],
  },
  listAssignmentRules: {
    operation: 'listAssignmentRules',
    method: 'get',
    path: '/v1/assignment-rules',
    tag: 'staff',
    summary: 'The rules by which new cases find their team and handler',
    permission: 'read staff',
    answers: theRules,
    problems: [],
  },
  keepAssignmentRules: {
    operation: 'keepAssignmentRules',
    method: 'post',
    path: '/v1/assignment-rules',
    tag: 'staff',
    summary: 'Put these rules in the place of those there are; what somebody has stays with them',
    permission: 'assign tasks',
    body: { schema: assignmentRules, example: rulesExample },
    answers: theRules,
    problems: [],
  },
} as const satisfies Readonly<Record<string, Route>>;
