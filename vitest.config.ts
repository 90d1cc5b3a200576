import { defineConfig } from 'vitest/config';

// packages find each other's source, so that a test needs no build
const source = {
  resolve: { conditions: ['@grondslag/source'] },
  ssr: {
    resolve: { conditions: ['@grondslag/source', 'module', 'node', 'development|production'] },
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: {
          name: 'unit',
          include: ['{vocab,packages/*,apps/*}/src/**/*.test.ts', 'test/documents/**/*.test.ts'],
          exclude: ['**/src/fuzz/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...source,
        test: {
          // the authority runs from dist
          name: 'crash',
          include: ['test/crash/**/*.test.ts'],
          globalSetup: 'test/support/bundle-claims.ts',
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        ...source,
        test: {
          // more than 100,000 generated cases: minutes, not seconds
          name: 'fuzz',
          include: ['packages/*/src/fuzz/**/*.test.ts'],
          testTimeout: 900_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...source,
        test: {
          // the servers run from dist: `tsc -b` and `vite build` come first, see scripts/test.mjs
          name: 'stack',
          include: ['test/{flow,browser}/**/*.test.ts'],
          globalSetup: 'test/support/start-stack.ts',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...source,
        test: {
          // what is published, installed elsewhere: it starts servers of its own from the tarballs
          name: 'packages',
          include: ['test/packages/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        ...source,
        test: {
          // makes docs/screens, checks nothing: see `npm run screens`
          name: 'screens',
          include: ['test/screens/make-screens.ts'],
          globalSetup: 'test/support/start-stack.ts',
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...source,
        test: {
          // measures, so nothing runs beside it: see `npm run lighthouse`
          name: 'lighthouse',
          include: ['test/lighthouse/measure-pages.ts'],
          globalSetup: 'test/support/start-stack.ts',
          testTimeout: 900_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
