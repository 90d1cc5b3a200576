import type { LawfulAccessCredential, LawfulAccessView } from '@grondslag/legal-basis';
import type { AuthorityConnection } from '../connect-authority.ts';
import type { NoAccessReason } from '../errors.ts';
import type { Refusal } from '../explain-refusal.ts';
import type { Trace } from '../trace.ts';
import { showLawfulAccess } from './show-lawful-access.ts';

/** Why lawful access opens nothing now; `undefined` when it is active. */
export function refusalIn({ state, why }: LawfulAccessView): Refusal | undefined {
  if (state === 'active') return undefined;
  const isObjection = state === 'suspended' && why.rule === 'objection_open';
  const reason: NoAccessReason = isObjection ? 'objected' : state;
  return { reason, detail: `${why.rule} (Article ${why.article}): ${why.why.en} ${why.advice.en}` };
}

/** Asks the authority where lawful access stands that it gave no token for. */
export async function explainLawfulRefusal(
  authority: AuthorityConnection,
  access: LawfulAccessCredential,
  trace?: Trace,
): Promise<Refusal | undefined> {
  return refusalIn(await showLawfulAccess(authority, access, trace));
}
