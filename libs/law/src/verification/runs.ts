/** How often a property is tried: a few hundred times in every test run, 10,000 times and more under `npm run deep`. */
const isDeep = process.env['DULY_DEEP'] === '1';

export const propertyRuns = isDeep ? 10_000 : 200;
export const comparisonRuns = isDeep ? 20_000 : 2_000;
