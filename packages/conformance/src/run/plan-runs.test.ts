import { expect, it } from 'vitest';
import type { AccountsFile } from '../accounts/accounts-file.ts';
import type { ConformanceCase } from './case.ts';
import { planRuns } from './plan-runs.ts';

const one: ConformanceCase = {
  id: 'token-issued',
  checklist: 12,
  title: '',
  level: 'MUST',
  see: '',
  run: async () => undefined,
};
const cases: ConformanceCase[] = [
  one,
  { ...one, id: 'token-both', logins: ['DPoP', 'Bearer'] },
  { ...one, id: 'discovery', at: 'authority' },
  { ...one, id: 'acp', accessControl: 'ACP' },
  { ...one, id: 'token-slow', slow: true },
];
const participant = { webId: 'https://a.example/#me', oidcIssuer: 'https://a.example/' };
const person = { ...participant, login: { clientId: 'a', clientSecret: 'b' } };
const people = { citizen: person, agency: person, stranger: person, rogue: person };
const accounts: AccountsFile = {
  vaults: {
    'https://wac.example/': { accessControl: 'WAC', ...people },
    'https://acp.example/': { accessControl: 'ACP', ...people },
  },
};

it('tries each case where and how it matters', () => {
  const runs = planRuns(cases, accounts, { slow: false, browser: false });
  expect(runs.map((run) => `${run.case.id} ${run.accessControl} ${run.login}`)).toEqual([
    'token-issued WAC DPoP',
    'token-both WAC DPoP',
    'token-both WAC Bearer',
    'discovery WAC DPoP',
    'token-issued ACP DPoP',
    'token-both ACP DPoP',
    'token-both ACP Bearer',
    'acp ACP DPoP',
  ]);
});

it('picks cases by name, and slow ones only when asked', () => {
  const ids = (pattern: string, slow: boolean) =>
    planRuns(cases, accounts, { pattern, slow, browser: false })
      .filter((run) => run.accessControl === 'WAC' && run.login === 'DPoP')
      .map((run) => run.case.id);
  expect(ids('token-*', false)).toEqual(['token-issued', 'token-both']);
  expect(ids('token-slow,discovery', true)).toEqual(['discovery', 'token-slow']);
  expect(ids('token', true)).toEqual([]);
});
