import { z } from 'zod';
import {
  packageBody,
  packageParams,
  packagesView,
  passwordShown,
  type PackagesView,
} from '../disclosing/packages.js';
import { caseId } from '../examples/view-examples.js';
import { idParams } from '../queries.js';
import type { Route } from './route.js';

const packageId = '0c9a5e0f-7f5c-4d51-8a3b-77b1e1f0a003';
const example: PackagesView = {
  case: caseId,
  package: {
    id: packageId,
    number: 1,
    state: 'building',
    isEncrypted: false,
    progress: { files: 14, written: 5 },
    bytes: null,
    waitsFor: null,
    failedBecause: null,
    isUpToDate: true,
    askedBy: 'staff-7',
    askedAt: '2026-07-03T09:30:00.000Z',
    readyAt: null,
    keptUntil: null,
    destroyedAt: null,
  },
  earlier: [],
};

/** Packages of a person's data in every format. */
export const packageRoutes = {
  buildPackage: {
    operation: 'buildPackage',
    method: 'post',
    path: '/v1/cases/{id}/package',
    tag: 'cases',
    params: idParams,
    summary: 'Build the package of what was collected: JSON, CSV, XML and RDF, documents, manifest and page',
    permission: 'work cases',
    body: { schema: packageBody, example: { encrypted: false } },
    answers: [{ status: 202, description: 'It is being built.', schema: packagesView, example }],
    problems: ['no-such-case', 'not-collected', 'not-clean', 'not-reviewed', 'package-under-way', 'erased'],
  },
  readPackage: {
    operation: 'readPackage',
    method: 'get',
    path: '/v1/cases/{id}/package',
    tag: 'cases',
    params: idParams,
    summary: 'The package of a case, how far it is, and earlier ones',
    permission: 'read cases',
    answers: [{ status: 200, description: 'As it stands.', schema: packagesView, example }],
    problems: ['no-such-case'],
  },
  downloadPackage: {
    operation: 'downloadPackage',
    method: 'get',
    path: '/v1/cases/{id}/packages/{package}/content',
    tag: 'cases',
    params: packageParams,
    summary: 'The package itself, for whoever looks at it or puts it in the post; noted in the audit log',
    permission: 'work cases',
    answers: [
      {
        status: 200,
        description: 'A ZIP.',
        schema: z.string(),
        example: 'PK',
        contentType: 'application/zip',
      },
    ],
    problems: ['no-such-case', 'no-such-package', 'package-not-ready', 'package-gone', 'not-reviewed'],
  },
  showPackagePassword: {
    operation: 'showPackagePassword',
    method: 'post',
    path: '/v1/cases/{id}/packages/{package}/password',
    tag: 'cases',
    params: packageParams,
    summary: 'The password of an encrypted package, to be told by another channel; noted in the audit log',
    permission: 'work cases',
    isQuestion: true,
    body: { schema: z.strictObject({}), example: {} },
    answers: [
      {
        status: 200,
        description: 'Shown to you.',
        schema: passwordShown,
        example: { password: 'k7Qe-Xm2p-9RtZ-wB4n' },
      },
    ],
    problems: ['no-such-case', 'no-such-package', 'package-gone', 'erased'],
  },
} as const satisfies Readonly<Record<string, Route>>;
