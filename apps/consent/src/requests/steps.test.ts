import { describe, expect, it } from 'vitest';
import { emptyDraft, pageOf, reachablePage, searchOf, stepBeside, steps } from './steps.ts';

it('finds each step at its own address, and the first at any other', () => {
  for (const step of [...steps, 'no'] as const) expect(pageOf(searchOf(step))).toBe(step);
  expect(pageOf('?stap=onzin')).toBe('who');
});

it('has no step before the first or after the last', () => {
  expect(stepBeside('who', -1)).toBeUndefined();
  expect(stepBeside('summary', 1)).toBeUndefined();
  expect(stepBeside('facts', 1)).toBe('end');
});

describe('reachablePage', () => {
  it('does not skip a choice', () => {
    expect(reachablePage('summary', emptyDraft)).toBe('facts');
    expect(reachablePage('summary', { ...emptyDraft, facts: ['https://a.example/'] })).toBe('end');
  });

  it('lets a citizen say no without any choice', () => {
    expect(reachablePage('no', emptyDraft)).toBe('no');
  });

  it('shows the summary when all is chosen', () => {
    const draft = { facts: ['https://a.example/'], endsAt: new Date() };
    expect(reachablePage('summary', draft)).toBe('summary');
  });
});
