import { defineConfig } from 'vitest/config';

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
          include: [
            'vocab/src/**/*.test.ts',
            'packages/*/src/**/*.test.ts',
            'apps/*/src/**/*.test.ts',
          ],
        },
      },
    ],
  },
});
