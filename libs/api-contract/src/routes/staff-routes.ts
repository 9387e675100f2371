import { staffExample } from '../examples/part-examples.js';
import { staffQuery } from '../queries.js';
import { keepStaffBody, staffKept, staffList } from '../staff-views.js';
import type { Route } from './route.js';

const bodyExample = {
  subject: 'sam.handler',
  name: staffExample.name,
  email: 'sam.handler@council.example',
  team: 'information rights',
  manager: 'staff-7',
};

export const staffRoutes = {
  listStaff: {
    operation: 'listStaff',
    method: 'get',
    path: '/v1/staff',
    tag: 'staff',
    summary: 'Members of staff: to whom a task can be given, who leads them and who covers for them',
    permission: 'read staff',
    query: staffQuery,
    answers: [
      {
        status: 200,
        description: 'One page of staff, in the order of their ids.',
        schema: staffList,
        example: { staff: [staffExample], next: null },
      },
    ],
    problems: [],
  },
  keepStaff: {
    operation: 'keepStaff',
    method: 'post',
    path: '/v1/staff',
    tag: 'staff',
    summary: 'Keep a person’s team, manager, cover and address, also before they first sign in',
    permission: 'keep staff',
    body: { schema: keepStaffBody, example: bodyExample },
    answers: [
      { status: 200, description: 'It is kept.', schema: staffKept, example: { id: staffExample.id } },
    ],
    problems: ['nobody-stands-in'],
  },
} as const satisfies Readonly<Record<string, Route>>;
