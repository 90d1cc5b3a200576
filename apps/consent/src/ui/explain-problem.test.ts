import { expect, it } from 'vitest';
import { AuthorityError } from '../authority/authority-error.ts';
import { VaultError } from '../facts/vault-error.ts';
import { OfflineError } from '../session/offline-error.ts';
import { explainProblem } from './explain-problem.ts';

function refused(status: number, code = 'x') {
  return new AuthorityError('refused', 'no', {
    status,
    problem: { type: 'about:blank', title: 'No', status, code },
  });
}

it.each([
  [401, 'problem.signedOut.what'],
  [403, 'problem.notAllowed.what'],
  [409, 'problem.answered.what'],
  [400, 'problem.refused.what'],
  [500, 'problem.unexpected.what'],
])('explains %i', (status, what) => {
  expect(explainProblem(refused(status), true)).toMatchObject({ what, code: 'x' });
});

it('does not promise that a decision did not arrive when there was no answer', () => {
  const error = new AuthorityError('unreachable', 'gone');
  expect(explainProblem(error, true).means).toBe('problem.sending.means');
  expect(explainProblem(error, false).means).toBe('problem.authority.means');
});

it.each([
  [new OfflineError(), 'problem.offline.what', 'offline'],
  [new VaultError(new TypeError('Failed to fetch')), 'problem.vault.what', 'vault_unreachable'],
  [new AuthorityError('unreachable', 'gone'), 'problem.authority.what', 'authority_unreachable'],
  [new TypeError('Failed to fetch'), 'problem.unreachable.what', 'unreachable'],
])('says which part does not answer: %s', (error, what, code) => {
  expect(explainProblem(error, false)).toMatchObject({ what, code });
});
