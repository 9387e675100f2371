import {
  commandAnswer,
  completeBody,
  emptyBody,
  reassignBody,
  reassignedMany,
  reassignManyBody,
} from '../command-answers.js';
import { completeExample, taskExample, taskListExample } from '../examples/part-examples.js';
import { commandAnswerExample } from '../examples/view-examples.js';
import { taskParams, tasksQuery } from '../queries.js';
import { taskList, taskView } from '../task-views.js';
import { caseCommandProblems } from './commands.js';
import type { Route } from './route.js';

const post = { method: 'post', tag: 'tasks', params: taskParams } as const;
const theTask = [
  { status: 200, description: 'The task as it stands now.', schema: taskView, example: taskExample },
] as const;

export const taskRoutes = {
  listTasks: {
    operation: 'listTasks',
    method: 'get',
    path: '/v1/tasks',
    tag: 'tasks',
    summary: 'Open tasks: mine, my team’s, unclaimed or all; the most urgent by law first',
    permission: 'read cases',
    query: tasksQuery,
    answers: [{ status: 200, description: 'One page of tasks.', schema: taskList, example: taskListExample }],
    problems: [],
  },
  claimTask: {
    ...post,
    operation: 'claimTask',
    path: '/v1/tasks/{id}/claim',
    summary: 'Take a task that nobody has; of two who claim at once one wins and the other is told who',
    permission: 'work tasks',
    body: { schema: emptyBody, example: {} },
    answers: theTask,
    problems: ['no-such-task', 'task-held', 'task-ended'],
  },
  releaseTask: {
    ...post,
    operation: 'releaseTask',
    path: '/v1/tasks/{id}/release',
    summary: 'Give a task back, so that others can claim it',
    permission: 'work tasks',
    body: { schema: emptyBody, example: {} },
    answers: theTask,
    problems: ['no-such-task', 'task-held', 'task-ended'],
  },
  reassignTask: {
    ...post,
    operation: 'reassignTask',
    path: '/v1/tasks/{id}/reassign',
    summary: 'Give a task to somebody else',
    permission: 'assign tasks',
    body: { schema: reassignBody, example: { handler: 'staff-7' } },
    answers: theTask,
    problems: ['no-such-task', 'task-ended'],
  },
  reassignTasks: {
    operation: 'reassignTasks',
    method: 'post',
    path: '/v1/tasks/reassign',
    tag: 'tasks',
    summary: 'Give many tasks to somebody, each on its own',
    permission: 'assign tasks',
    body: {
      schema: reassignManyBody,
      example: { tasks: [taskExample.id], handler: 'staff-7' },
    },
    answers: [
      {
        status: 200,
        description: 'What became of each.',
        schema: reassignedMany,
        example: { tasks: [{ id: taskExample.id, outcome: 'given' }] },
      },
    ],
    problems: [],
  },
  completeTask: {
    ...post,
    operation: 'completeTask',
    path: '/v1/tasks/{id}/complete',
    summary: 'Complete a task; its result is itself a command to the case',
    permission: 'work tasks',
    body: { schema: completeBody, example: completeExample },
    answers: [
      { status: 200, description: 'The case took it.', schema: commandAnswer, example: commandAnswerExample },
    ],
    problems: ['no-such-task', 'task-held', 'task-ended', ...caseCommandProblems],
  },
} as const satisfies Readonly<Record<string, Route>>;
