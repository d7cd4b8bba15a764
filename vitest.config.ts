import { defineConfig } from 'vitest/config';

/** Folders that only a real machine can run (a browser, minutes of time) have their own projects below. */
const NOT_HERE = ['**/node_modules/**', '**/dist/**', '**/.plumbline/**'];

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    exclude: NOT_HERE,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/**/*.test.ts', 'apps/**/*.test.{ts,tsx}', 'tooling/**/*.test.ts'],
          exclude: [...NOT_HERE, 'tooling/testing/journeys/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tooling/testing/journeys/**/*.journey.ts'],
          globalSetup: ['tooling/testing/journeys/_made.ts'],
          // Files in one process share what they import and the browser; each has a server and a database of its own.
          isolate: false,
          // On a loaded machine what one waits for may take its time.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
