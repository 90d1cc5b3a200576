import { type LawfulAccessView, lawfulAccessViewSchema } from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import type { AuthorityConnection } from '../connect-authority.ts';
import type { Trace } from '../trace.ts';
import { callRegister } from './call-register.ts';

/** Where lawful access stands, why, and what the citizen was told. `id` is that of the credential. */
export async function showLawfulAccess(
  authority: AuthorityConnection,
  id: string,
  trace?: Trace,
): Promise<LawfulAccessView> {
  const uuid = id.split('/').at(-1) ?? '';
  return callRegister(authority, {
    path: `${authorityPaths.lawfulAccesses}/${encodeURIComponent(uuid)}`,
    schema: lawfulAccessViewSchema,
    what: 'the lawful access',
    ...(trace && { trace }),
  });
}
