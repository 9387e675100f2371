import {
  auditLog,
  auditLogQuery,
  auditOfRequest,
  auditOfRequestQuery,
  bundleQuery,
  caseBundle,
  consistencyProof,
  consistencyQuery,
  treeHead,
  treeHeads,
  treeHeadsQuery,
} from '../audit.js';
import { emptyBody } from '../command-answers.js';
import {
  auditLogExample,
  auditOfRequestExample,
  caseBundleExample,
  consistencyExample,
  treeHeadExample,
  treeHeadsExample,
} from '../examples/audit-examples.js';
import { idParams } from '../queries.js';
import type { Route } from './route.js';

const audit = { tag: 'audit', permission: 'audit cases' } as const;

export const auditRoutes = {
  readAuditOfRequest: {
    ...audit,
    operation: 'readAuditOfRequest',
    method: 'get',
    path: '/v1/requests/{id}/audit',
    summary: 'What the audit log holds of a request and its cases, each entry with its place in the tree',
    params: idParams,
    query: auditOfRequestQuery,
    answers: [
      { status: 200, description: 'In order.', schema: auditOfRequest, example: auditOfRequestExample },
    ],
    problems: ['no-such-request'],
  },
  readAuditLog: {
    ...audit,
    operation: 'readAuditLog',
    method: 'get',
    path: '/v1/audit/entries',
    summary: 'The whole audit log in the order of its tree, for whoever checks it',
    query: auditLogQuery,
    answers: [{ status: 200, description: 'Some entries.', schema: auditLog, example: auditLogExample }],
    problems: [],
  },
  readTreeHeads: {
    ...audit,
    operation: 'readTreeHeads',
    method: 'get',
    path: '/v1/audit/heads',
    summary: 'The signed heads of the audit log and the public keys that verify them',
    query: treeHeadsQuery,
    answers: [{ status: 200, description: 'Up to 500.', schema: treeHeads, example: treeHeadsExample }],
    problems: [],
  },
  signTreeHead: {
    ...audit,
    operation: 'signTreeHead',
    method: 'post',
    path: '/v1/audit/heads',
    summary: 'Sign the audit log as it is now; it changes nothing in it',
    isQuestion: true,
    body: { schema: emptyBody, example: {} },
    answers: [{ status: 200, description: 'The head.', schema: treeHead, example: treeHeadExample }],
    problems: ['log-changed'],
  },
  readConsistency: {
    ...audit,
    operation: 'readConsistency',
    method: 'get',
    path: '/v1/audit/consistency',
    summary: 'What proves that a larger tree begins with all entries of a smaller one',
    query: consistencyQuery,
    answers: [
      { status: 200, description: 'The proof.', schema: consistencyProof, example: consistencyExample },
    ],
    problems: [],
  },
  exportBundle: {
    ...audit,
    operation: 'exportBundle',
    method: 'get',
    path: '/v1/cases/{id}/bundle',
    summary: 'Everything that proves one case, for `duly verify`; the export is itself recorded',
    params: idParams,
    query: bundleQuery,
    answers: [{ status: 200, description: 'The bundle.', schema: caseBundle, example: caseBundleExample }],
    problems: ['no-such-case', 'erased', 'temporal-away', 'not-yet-there', 'log-changed', 'history-gone'],
  },
} as const satisfies Readonly<Record<string, Route>>;
