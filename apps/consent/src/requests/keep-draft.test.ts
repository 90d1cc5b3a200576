import { g } from '@grondslag/vocab';
import { beforeEach, expect, it } from 'vitest';
import { exampleRequest, income, residence } from '../test-support/example-request.ts';
import { findDraft, forgetDraft, keepDraft } from './keep-draft.ts';
import type { Draft } from './steps.ts';

const citizen = 'https://vault.example/anna/profile/card#me';
const request = exampleRequest();
const now = new Date('2026-11-22T12:00:00Z');
const draft: Draft = {
  purposes: ['https://w3id.org/dpv#ServiceProvision'],
  facts: [`${income}2025`, residence],
  shared: [{ resource: residence, claimType: g.ResidenceCredential, fields: ['city'] }],
  explicit: [],
  endsAt: new Date('2026-11-29T22:59:59Z'),
};

const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};
beforeEach(() => kept.clear());

it('finds what was chosen before', () => {
  keepDraft(storage, citizen, request, draft);
  expect(findDraft(storage, citizen, request, now)).toEqual(draft);
});

it('finds nothing of another citizen, nor what was forgotten', () => {
  keepDraft(storage, citizen, request, draft);
  expect(findDraft(storage, `${citizen}2`, request, now)).toBeUndefined();
  forgetDraft(storage, request);
  expect(findDraft(storage, citizen, request, now)).toBeUndefined();
});

it('leaves out an end that is over, and facts that are not asked', () => {
  const elsewhere = 'https://vault.example/anna/letters/1';
  const choice = { ...draft, facts: [elsewhere, `${income}2025`], endsAt: new Date(0) };
  keepDraft(storage, citizen, request, choice);
  expect(findDraft(storage, citizen, request, now)).toEqual({
    ...draft,
    facts: [`${income}2025`],
    shared: [],
    explicit: [],
    endsAt: undefined,
  });
});

it.each(['', '{', 'null', '{"facts":"all"}'])('does not trip over %j', (text) => {
  kept.set('draft:request-1', text);
  expect(findDraft(storage, citizen, request, now)).toBeUndefined();
});
