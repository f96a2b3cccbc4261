import { defineConfig } from 'vitest/config';

/** Where a machine wants the counts, it names a file for them. */
const report = process.env.STRATA_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
