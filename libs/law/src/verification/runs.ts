import fc from 'fast-check';

/**
 * How often a property is tried: a few hundred times in every test run, 10,000 times and more under `npm run deep`. Mutation testing
 * sets DULY_MUTATING: few, always the same cases, and no shrinking, so that a mutant's fate is no matter of luck.
 */
const isDeep = process.env['DULY_DEEP'] === '1';
const isMutating = process.env['DULY_MUTATING'] === '1';

if (isMutating) fc.configureGlobal({ seed: 20_260_205, endOnFailure: true });

export const propertyRuns = isMutating ? 60 : isDeep ? 10_000 : 200;
export const comparisonRuns = isMutating ? 300 : isDeep ? 20_000 : 2_000;
