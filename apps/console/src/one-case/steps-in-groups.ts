import type { NextStep, NextSteps } from '@duly/api-contract';
import { wording } from '../wording/index.js';

export interface StepsInGroup {
  readonly title: string;
  /** What the case takes now, or may; a verb alone while the case is about to begin, and nobody can say yet. */
  readonly open: readonly (NextStep | Pick<NextStep, 'verb'>)[];
  /** What it does not take now; each says why. */
  readonly closed: readonly NextStep[];
}

/** The steps of a case by what one wants to do; a group of which this right has none is left out. */
export function stepsInGroups(told: NextSteps | undefined): readonly StepsInGroup[] {
  if (!told)
    return wording.stepGroups.map(({ title, steps }) => ({
      title,
      open: steps.map(verb => ({ verb })),
      closed: [],
    }));
  return wording.stepGroups
    .map(({ title, steps: own }) => {
      const steps = told.steps.filter(({ verb }) => own.includes(verb));
      return {
        title,
        open: steps.filter(({ answer }) => answer !== 'refuses'),
        closed: steps.filter(({ answer }) => answer === 'refuses'),
      };
    })
    .filter(({ open, closed }) => open.length + closed.length > 0);
}
