import type { Authenticate } from '../authentication/caller.ts';
import type { LegalSettings } from '../decisions/legal-settings.ts';
import { AuthorityError } from '../errors.ts';
import type { AnswerOncePowers } from '../idempotency/answer-once.ts';
import type { RegisterStore } from './register-store.ts';

/** Powers that the register needs. */
export interface RegisterPowers extends AnswerOncePowers {
  readonly baseUrl: string;
  readonly authenticate: Authenticate;
  readonly register: RegisterStore;
  readonly legal: LegalSettings;
  readonly now: () => Date;
}

export function isOperator(webId: string, { legal }: Pick<RegisterPowers, 'legal'>): boolean {
  return legal.operators.includes(webId);
}

/** @throws {AuthorityError} `not_operator` */
export function checkOperator(webId: string, { legal }: Pick<RegisterPowers, 'legal'>): void {
  if (isOperator(webId, { legal })) return;
  throw new AuthorityError('not_operator', 'Only an operator of this authority may do this.');
}
