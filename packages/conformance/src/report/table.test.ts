import { expect, it } from 'vitest';
import type { CaseResult, Outcome } from '../run/result.ts';
import { failures, summary, table } from './table.ts';

const one = {
  id: 'token-issued',
  checklist: 12,
  title: 'a token is issued',
  level: 'MUST',
  see: 'UMA 2.0 Grant §3.3.1',
  run: async () => undefined,
} as const;
const at = (vault: string, accessControl: 'WAC' | 'ACP', outcome: Outcome): CaseResult => ({
  case: one,
  vault,
  accessControl,
  login: 'DPoP',
  milliseconds: 1,
  ...outcome,
});
const failed = { outcome: 'failed', expected: 'status 200', came: '500' } as const;

it('has a column for each vault server, also for two of a kind', () => {
  const text = table([
    at('https://a.example/', 'WAC', { outcome: 'passed' }),
    at('https://b.example/', 'WAC', failed),
    at('https://c.example/', 'ACP', { outcome: 'skipped', reason: 'no' }),
  ]);
  const [head, line] = text.split('\n');
  expect(head?.split(/ {2,}/)).toEqual([
    'case',
    'WAC DPoP a.example',
    'WAC DPoP b.example',
    'ACP DPoP',
  ]);
  expect(line?.split(/ {2,}/)).toEqual(['token-issued', '✓', '✗', '–', 'a token is issued']);
});

it('says of a failure what was expected, what came and where that is written', () => {
  const text = failures([at('https://a.example/', 'WAC', failed)]);
  for (const part of ['token-issued', 'https://a.example/', 'status 200', '500', '§3.3.1', '12']) {
    expect(text).toContain(part);
  }
});

it('counts a SHOULD that failed apart', () => {
  const should = { ...at('https://a.example/', 'WAC', failed) };
  const results = [{ ...should, case: { ...one, level: 'SHOULD' as const } }, should];
  expect(summary(results)).toBe(
    '1 cases, 2 runs: 0 passed, 2 failed (1 of them SHOULD), 0 skipped',
  );
});
