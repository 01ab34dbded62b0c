import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Small pure specs, specs on a real database and end-to-end specs share one configuration; the name says which is which. */
export default {
  testEnvironment: 'node',
  roots: ['libs', 'apps', 'test', 'bench']
    .filter((folder) => existsSync(join(import.meta.dirname, folder)))
    .map((folder) => `<rootDir>/${folder}`),
  testMatch: ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { swcrc: true }] },
  moduleNameMapper: { '^#(.*)$': '<rootDir>/libs/$1/index.ts', '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  maxWorkers: 2,
  testTimeout: 30_000,
};
