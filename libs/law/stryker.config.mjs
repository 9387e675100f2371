// Mutation testing of the clock (`npm run deep`): each change that a mutant makes must fail a spec. Survivors are told in
// src/verification/README.md. A runner of our own with bundled specs: under ESM the Jest runner needs seventeen seconds a mutant.
process.env['DULY_MUTATING'] = '1';

export default {
  packageManager: 'npm',
  plugins: ['./libs/law/mutants/spec-runner.mjs'],
  testRunner: 'specs',
  coverageAnalysis: 'perTest',
  buildCommand: 'node libs/law/mutants/bundle-specs.mjs',
  mutate: ['libs/law/src/{clock,dates,calendar}/**/*.ts', '!**/*.spec.ts', '!**/*.data.ts'],
  disableTypeChecks: false,
  checkers: [],
  concurrency: 2,
  timeoutMS: 60_000,
  ignorePatterns: ['/*', '!/libs', '/libs/*', '!/libs/law', '!/package.json', '!/tsconfig.base.json'],
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: 'reports/mutation-law.json' },
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  thresholds: { high: 95, low: 92, break: 90 },
};
