import { defineConfig } from 'vitest/config';

/** `test`: everything that needs no browser, no database server and no network beyond loopback. */
export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.e2e.test.ts'],
    setupFiles: ['./test/seeded-properties.ts'],
    reporters: [
      'default',
      './test/reporters/skipped-with-reason.ts',
      ['json', { outputFile: 'test-results/test.json' }],
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
