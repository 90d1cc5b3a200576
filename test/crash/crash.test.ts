import { describe, expect, it } from 'vitest';
import { runSuite } from './run-suite.ts';
import { suites } from './suites.ts';

/** A short run; `npm run crash` is the long one. */
describe.each(Object.entries(suites))('a crash, %s', (_name, suite) => {
  const impossible = suite.impossible?.();
  it.skipIf(impossible)(
    'loses nothing that was acknowledged, and does nothing twice',
    { timeout: 300_000 },
    async () => {
      const seed = Date.now() % 2 ** 32;
      const { lost, doubled, wrong, unexpected, acknowledged } = await runSuite(suite, {
        ...{ rounds: 3, seed },
        progress: () => undefined,
      });
      expect({ lost, doubled, wrong, unexpected }).toEqual({
        ...{ lost: [], doubled: [], wrong: [], unexpected: [] },
      });
      expect(acknowledged['requests']).toBeGreaterThan(0);
    },
  );
});
