import { describe, expect, inject, it } from 'vitest';
import { breakages } from '../support/breakages.ts';
import { runConformanceSuite } from '../support/run-conformance-suite.ts';
import { startBreakingProxy } from '../support/start-breaking-proxy.ts';

/** A suite that cannot fail shows nothing: here an authority does one thing wrong at a time. */
describe('the conformance suite notices an authority that', () => {
  const { acpVault: _, ...addresses } = inject('addresses');
  const stack = { addresses, accounts: inject('accounts'), acpAccounts: [] };
  const args = ['--strict', '--case'];

  it('does nothing wrong: every case below passes through a proxy', async () => {
    const proxy = await startBreakingProxy((_passed, forward) => forward());
    const ids = Object.values(breakages).map(([id]) => id);
    try {
      const run = await runConformanceSuite(stack, {
        args: [...args, ids.join(',')],
        proxy: proxy.url,
      });
      const others = run.results.filter(({ outcome }) => outcome !== 'passed');
      expect(others, run.out.slice(-2_000)).toEqual([]);
      expect(new Set(run.results.map(({ id }) => id))).toEqual(new Set(ids));
    } finally {
      await proxy.stop();
    }
  });

  it.concurrent.each(Object.entries(breakages))(
    '%s',
    { timeout: 120_000 },
    async (_name, [id, breakage]) => {
      const proxy = await startBreakingProxy(breakage);
      try {
        const run = await runConformanceSuite(stack, { args: [...args, id], proxy: proxy.url });
        const [failed] = run.results.filter(({ outcome }) => outcome === 'failed');
        expect(failed?.id, run.out.slice(-1_000)).toBe(id);
        // by what the case looked at, not because the proxy stumbled
        expect(failed?.came).not.toMatch(/fetch failed|ECONN|socket/);
        expect(run.code).toBe(1);
      } finally {
        await proxy.stop();
      }
    },
  );
});
