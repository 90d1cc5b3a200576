import { g } from '@grondslag/vocab';
import { describe, expect, it } from 'vitest';
import { income } from '../test-support/example-request.ts';
import {
  emptyDraft,
  pageOf,
  reachablePage,
  searchOf,
  stepBeside,
  steps,
  stepsOf,
} from './steps.ts';

it('finds each step at its own address, and the first at any other', () => {
  for (const step of [...steps, 'no'] as const) expect(pageOf(searchOf(step))).toBe(step);
  expect(pageOf('?stap=onzin')).toBe('who');
});

it('has no step before the first or after the last', () => {
  expect(stepBeside('who', -1, steps)).toBeUndefined();
  expect(stepBeside('summary', 1, steps)).toBeUndefined();
});

it('has a step for special categories only where the question asks for them', () => {
  expect(stepBeside('facts', 1, stepsOf(false))).toBe('end');
  expect(stepBeside('facts', 1, stepsOf(true))).toBe('explicit');
});

describe('reachablePage', () => {
  const endsAt = new Date();
  const draft = { ...emptyDraft, facts: [`${income}2025`], endsAt };
  const special = [{ claimType: g.IncomeCredential, categories: [] }];

  it('does not skip a choice', () => {
    expect(reachablePage('summary', emptyDraft, [], false)).toBe('facts');
    expect(reachablePage('summary', { ...draft, endsAt: undefined }, [], false)).toBe('end');
  });

  it('goes back to the facts when nothing is left of one of them', () => {
    const nothing = { resource: `${income}2025`, claimType: g.IncomeCredential, fields: [] };
    expect(reachablePage('summary', { ...draft, shared: [nothing] }, [], false)).toBe('facts');
    const other = { ...nothing, resource: `${income}2024` };
    expect(reachablePage('summary', { ...draft, shared: [other] }, [], false)).toBe('summary');
  });

  it('does not skip the explicit yes, also while it is not known whether one is asked', () => {
    for (const page of ['explicit', 'end', 'ifNo', 'summary'] as const) {
      expect(reachablePage(page, draft, special, false)).toBe('explicit');
      expect(reachablePage(page, draft, undefined, false)).toBe('explicit');
    }
    const said = { ...draft, explicit: [g.IncomeCredential] };
    expect(reachablePage('summary', said, special, false)).toBe('summary');
    expect(reachablePage('explicit', said, special, false)).toBe('explicit');
    expect(reachablePage('explicit', draft, [], false)).toBe('end');
  });

  it('asks for no explicit yes to what is not shared', () => {
    const other = [{ claimType: g.HouseholdCredential, categories: [] }];
    expect(reachablePage('summary', draft, other, false)).toBe('summary');
  });

  it('lets a citizen say no without any choice', () => {
    expect(reachablePage('no', emptyDraft, undefined, false)).toBe('no');
  });

  it('shows the summary when all is chosen', () => {
    expect(reachablePage('summary', draft, [], false)).toBe('summary');
  });

  it('asks first for which of several purposes', () => {
    expect(reachablePage('facts', draft, [], true)).toBe('purpose');
    const purposes = ['https://w3id.org/dpv#Verification'];
    expect(reachablePage('facts', { ...draft, purposes }, [], true)).toBe('facts');
    expect(reachablePage('summary', { ...draft, purposes }, [], true)).toBe('summary');
  });
});
