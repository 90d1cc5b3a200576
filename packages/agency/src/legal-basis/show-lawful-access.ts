import {
  type LawfulAccessCredential,
  type LawfulAccessView,
  lawfulAccessViewSchema,
} from '@grondslag/legal-basis';
import type { AuthorityConnection } from '../connect-authority.ts';
import type { Trace } from '../trace.ts';
import { callRegister } from './call-register.ts';

/** Where lawful access stands, why, and what the citizen was told. */
export async function showLawfulAccess(
  authority: AuthorityConnection,
  { credentialSubject: { lawfulAccess } }: LawfulAccessCredential,
  trace?: Trace,
): Promise<LawfulAccessView> {
  return callRegister(authority, {
    path: lawfulAccess.id,
    schema: lawfulAccessViewSchema,
    what: 'the lawful access',
    ...(trace && { trace }),
  });
}
