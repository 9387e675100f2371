import { toCivilDate } from '@duly/law';
import type { NextSteps } from '../next-steps.js';
import { caseItemExample } from './view-examples.js';

const { id, reference, version, dueDate } = caseItemExample;

export const nextStepsExample: NextSteps = {
  ...{ id, reference, version, dueDate },
  steps: [
    {
      verb: 'extend-time',
      answer: 'takes',
      dueDate: toCivilDate('2026-10-01'),
      state: 'RUNNING',
      movesDate: true,
      makesLate: false,
      needsApproval: false,
      letters: ['extension'],
      refusal: null,
    },
    {
      verb: 'record-fee',
      answer: 'refuses',
      dueDate,
      state: 'RUNNING',
      movesDate: false,
      makesLate: false,
      needsApproval: false,
      letters: [],
      refusal: {
        code: 'nothing-awaited',
        cite: 'UK GDPR Art 12A(2)(c) (R23)',
        detail: 'No fee is awaited.',
        remedy: 'Ask for the fee first.',
      },
    },
  ],
};
