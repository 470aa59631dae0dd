import { defineConfig } from 'vitest/config';

/** `test:e2e`: the whole path in a real browser (Debian's Chromium). */
export default defineConfig({
  test: {
    // What is waited for comes when it comes: a second is too short for a browser beside other work.
    expect: { poll: { timeout: 20_000 } },
    include: ['packages/*/test/**/*.e2e.test.ts'],
    setupFiles: ['./test/seeded-properties.ts'],
    reporters: [
      'default',
      './test/reporters/skipped-with-reason.ts',
      ['json', { outputFile: 'test-results/e2e.json' }],
    ],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 1,
  },
});
