import type { Problem } from '@duly/api-contract';

/** The API refused, or was away: its own words, for whoever pressed the button. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ApiProblem';
  }
}
