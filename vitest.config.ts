import { defineConfig } from 'vitest/config';

const contract = ['packages/*/src/**/*.contract.test.ts'];
const unit = [
  'packages/*/src/**/*.test.{ts,tsx}',
  'apps/*/src/**/*.test.{ts,tsx}',
  'apps/web/vite/**/*.test.ts',
  'tools/**/*.test.ts',
];

// Two workers: more of them on two cores only make timings worse.
const maxWorkers = 2;

/** What servers with the demo start from. */
const globalSetup = 'packages/testkit/src/fill-demo-once.ts';

export default defineConfig({
  test: {
    projects: [
      // Ten thousand cases of a property are no fault on a machine that is busy.
      {
        test: {
          name: 'unit',
          include: unit,
          exclude: ['**/node_modules/**', ...contract],
          testTimeout: 30_000,
          maxWorkers,
        },
      },
      // Real stores: SQLite and MongoDB sync the disk for every write.
      { test: { name: 'contract', include: contract, testTimeout: 30_000, hookTimeout: 30_000, maxWorkers } },
      {
        test: {
          name: 'integration',
          include: ['apps/server/test/**/*.test.ts'],
          globalSetup,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers,
        },
      },
      // Each file starts a server and several browsers, and waits for other people's pages: two files keep two cores busy.
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
          maxWorkers,
        },
      },
    ],
  },
});
