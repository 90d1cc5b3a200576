import { beforeAll, describe, expect, inject, it } from 'vitest';
import { runConformanceSuite, type SuiteRun } from '../support/run-conformance-suite.ts';

/** The suite that anyone can run, against the shared stack: vault servers with WAC and with ACP. */
describe('the conformance suite', () => {
  let run: SuiteRun;

  beforeAll(async () => {
    run = await runConformanceSuite(
      {
        addresses: inject('addresses'),
        accounts: inject('accounts'),
        acpAccounts: inject('acpAccounts'),
      },
      { args: ['--strict', '--browser'] },
    );
  }, 400_000);

  it('passes, nothing failed and nothing left out', () => {
    const others = run.results.filter(({ outcome }) => outcome !== 'passed');
    expect(others, run.out.slice(-3_000)).toEqual([]);
    expect(run.code).toBe(0);
    expect(new Set(run.results.map(({ id }) => id)).size).toBeGreaterThan(250);
    expect(new Set(run.results.map(({ accessControl }) => accessControl))).toEqual(
      new Set(['WAC', 'ACP']),
    );
  });

  it('says the same in EARL', () => {
    const assertions = run.earl['@graph'].filter((node) => node['@type'] === 'earl:Assertion');
    expect(assertions).toHaveLength(run.results.length);
    for (const assertion of assertions) {
      expect(assertion).toMatchObject({
        'earl:mode': 'earl:automatic',
        'earl:result': { 'earl:outcome': 'earl:passed' },
      });
    }
  });
});
