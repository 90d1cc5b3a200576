import { g } from '@grondslag/vocab';
import { describe, expect, it } from 'vitest';
import { income } from '../test-support/example-request.ts';
import { isEmptyShare, sharedOf, shareFields, wholesOf } from './shared-parts.ts';
import type { AskedFact } from './sort-asked-facts.ts';

const view: AskedFact = {
  resource: `${income}2025`,
  theme: 'income',
  fact: { type: 'income', year: 2025, amount: '19875.50', currency: 'EUR' },
  isDivisible: true,
  check: { verified: true, at: new Date(0) },
  asked: ['year', 'amount'],
  needed: [],
};
const all = ['year', 'amount', 'currency'];
const { isDivisible: _, ...whole } = view;

describe('the parts of a fact that are shared', () => {
  it('are the chosen ones', () => {
    const shared = shareFields([], view, view.asked);
    const { resource } = view;
    expect(shared).toEqual([{ resource, claimType: g.IncomeCredential, fields: view.asked }]);
    expect(sharedOf(shared, view)).toEqual(view.asked);
    expect(sharedOf(shareFields(shared, view, ['amount']), view)).toEqual(['amount']);
  });

  it('are not listed when all of it is shared, or it cannot be divided', () => {
    const shared = shareFields([], view, ['amount']);
    expect(shareFields(shared, view, all)).toEqual([]);
    expect(shareFields([], whole, ['amount'])).toEqual([]);
    expect(sharedOf([], whole)).toEqual(all);
  });

  it('are all of a ticked fact that cannot be divided where less was asked', () => {
    const wholes = (one: AskedFact, ticked = [view.resource]) =>
      wholesOf(
        { needs: [{ resource: income, required: true, facts: [one], unusable: [], above: false }] },
        ticked,
      );
    const { resource } = view;
    expect(wholes(whole)).toEqual([{ resource, claimType: g.IncomeCredential, fields: all }]);
    expect(wholes(whole, [])).toEqual([]);
    expect(wholes(view)).toEqual([]);
    expect(wholes({ ...whole, asked: all })).toEqual([]);
  });

  it('are missing when none is chosen of a ticked fact', () => {
    const shared = shareFields([], view, []);
    expect(isEmptyShare({ facts: [view.resource], shared })).toBe(true);
    expect(isEmptyShare({ facts: [], shared })).toBe(false);
    expect(isEmptyShare({ facts: [view.resource], shared: [] })).toBe(false);
  });
});
