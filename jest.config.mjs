// One configuration for every project; the suffix of a spec tells its price:
// .spec.ts pure (milliseconds) · .db.spec.ts PostgreSQL · .story.spec.ts a workflow on a real server · .journey.spec.ts everything.
const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const kind = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['/dist/', '/\\.nx/', '/\\.stryker-tmp/'],
  ...more,
});

export default {
  // A whole system starts in a hook; on a busy machine that takes minutes. No test waits for this to end.
  testTimeout: 240_000,
  projects: [
    kind('pure', ['**/*.spec.ts', '!**/*.{db,story,journey}.spec.ts']),
    kind('db', ['**/*.db.spec.ts']),
    kind('story', ['**/*.story.spec.ts']),
    kind('journey', ['**/*.journey.spec.ts']),
  ],
};
