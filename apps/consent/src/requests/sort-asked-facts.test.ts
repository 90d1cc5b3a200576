import { explanationToFields } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { describe, expect, it } from 'vitest';
import type { FactView } from '../facts/fact-view.ts';
import {
  askingFields,
  exampleRequest,
  income,
  residence,
  storage,
} from '../test-support/example-request.ts';
import { sortAskedFacts } from './sort-asked-facts.ts';

function fact(resource: string, check: FactView['check'] = { verified: true, at: new Date(0) }) {
  return { resource, theme: 'income', check } as const satisfies FactView;
}
const NOW = new Date('2026-11-22T12:00:00Z');
const vault = [
  fact(`${income}2024`),
  fact(`${income}2025`),
  fact(residence),
  fact(`${storage}facts/study/x`),
];
const resourcesOf = (views: readonly FactView[]) => views.map(({ resource }) => resource);

describe('sortAskedFacts', () => {
  it('puts required needs first, each with the facts of the citizen that meet it', () => {
    const { needs, unknown } = sortAskedFacts(exampleRequest(), vault, NOW);
    expect(needs.map(({ resource, required }) => [resource, required])).toEqual([
      [income, true],
      [residence, false],
    ]);
    expect(needs.map(({ facts }) => resourcesOf(facts))).toEqual([
      [`${income}2024`, `${income}2025`],
      [residence],
    ]);
    expect(unknown).toEqual([]);
  });

  it('keeps facts apart that nobody would accept', () => {
    const revoked = fact(`${income}2023`, { verified: false, reason: 'revoked' });
    const unsure = fact(`${income}2022`, { verified: false, reason: 'status_unknown' });
    const [need] = sortAskedFacts(exampleRequest(), [revoked, unsure], NOW).needs;
    expect(resourcesOf(need?.unusable ?? [])).toEqual([revoked.resource]);
    expect(resourcesOf(need?.facts ?? [])).toEqual([unsure.resource]);
  });

  it('says so when there is no fact for a need', () => {
    const [need] = sortAskedFacts(exampleRequest(), [], NOW).needs;
    expect(need).toMatchObject({ facts: [], unusable: [], above: false });
  });

  it('shows what was asked without an explanation, once, and what cannot be shown', () => {
    const request = exampleRequest({
      forPersonalData: [income, residence, storage, `${storage}private/`],
    });
    const { needs, unknown } = sortAskedFacts(request, vault, NOW);
    expect(needs.map(({ resource }) => resource)).toEqual([income, residence, storage]);
    expect(resourcesOf(needs[2]?.facts ?? [])).toEqual([`${storage}facts/study/x`]);
    expect(needs[2]).not.toHaveProperty('reason');
    expect(unknown).toEqual([`${storage}private/`]);
  });

  it('says of each fact which fields are asked, and leaves out one of which none is', () => {
    const fact2025 = { type: 'income', year: 2025, amount: '1', currency: 'EUR' } as const;
    const known = { ...fact(`${income}2025`), fact: fact2025 };
    const factsFor = (fields: string[]) =>
      sortAskedFacts(askingFields(fields), [known], NOW).needs[0]?.facts;
    expect(factsFor(['amount'])).toMatchObject([{ asked: ['amount'], needed: ['amount'] }]);
    expect(factsFor(['street'])).toEqual([]);
  });

  it('does not believe a need that the request does not ask for', () => {
    const { needs } = sortAskedFacts(exampleRequest({ forPersonalData: [residence] }), vault, NOW);
    expect(needs.map(({ resource }) => resource)).toEqual([residence]);
  });

  it('keeps facts apart that are older than the agency can use, by the need that allows most', () => {
    const daysOld = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
    const old = { ...fact(`${income}2024`), validFrom: daysOld(31) };
    const fresh = { ...fact(`${income}2025`), validFrom: daysOld(30) };
    const ask = (...days: (number | undefined)[]) => {
      const needs = days.map((maxAgeDays) => ({
        resource: income,
        claimType: g.IncomeCredential,
        reason: { nl: 'Uw inkomen telt.' },
        required: true,
        ...(maxAgeDays !== undefined && { maxAgeDays }),
      }));
      const fields = explanationToFields({
        purposeInWords: { nl: 'Hulp.' },
        needs,
        otherRoute: { text: { nl: 'Kom langs.' } },
      });
      const request = exampleRequest({ forPersonalData: [income], ...fields });
      return sortAskedFacts(request, [old, fresh], NOW).needs[0];
    };
    const [one, more, any] = [ask(30), ask(30, 31), ask(30, undefined)];
    expect(one?.maxAgeDays).toBe(30);
    expect(resourcesOf(one?.facts ?? [])).toEqual([fresh.resource]);
    expect(one?.unusable).toMatchObject([
      { resource: old.resource, check: { verified: false, reason: 'too_old' } },
    ]);
    expect([more, any].map((need) => need?.facts.length)).toEqual([2, 2]);
  });
});
