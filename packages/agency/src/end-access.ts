import { authorityPaths } from '@grondslag/protocol';
import { accessGrantViewSchema } from '@grondslag/protocol/v1';
import type { AuthorityConnection } from './connect-authority.ts';
import { AgencyError } from './errors.ts';
import { callRegister } from './legal-basis/call-register.ts';
import { isLawfulAccess } from './opening.ts';
import type { Trace } from './trace.ts';

/** Access that has ended. */
export interface EndedAccess {
  /** Id of the grant. */
  readonly access: string;
  readonly endedAt: Date;
  /** `citizen`: they withdrew it before. */
  readonly endedBy: 'agency' | 'citizen';
}

/** Gives a grant up, for good: its purpose is done (Article 5(1)(b) and (e) GDPR). The citizen is told. */
export async function endAccess(authority: AuthorityConnection, id: string): Promise<EndedAccess> {
  const opening = await authority.opening(id);
  if (isLawfulAccess(opening)) {
    throw new AgencyError(
      'register_refused',
      'Expected a grant, got lawful access: that ends with its mandate. Use endMandate.',
    );
  }
  const { revokedAt, endedBy } = await callRegister(authority, {
    method: 'PUT',
    path: `${pathOf(opening.id)}/end`,
    schema: accessGrantViewSchema.required({ revokedAt: true, endedBy: true }),
    what: 'the end of the grant',
  });
  return { access: opening.id, endedAt: new Date(revokedAt), endedBy };
}

/** Whether this agency ended a revoked grant, and not the citizen. */
export async function wasGivenUp(
  authority: AuthorityConnection,
  grantId: string,
  trace: Trace | undefined,
): Promise<boolean> {
  try {
    const { endedBy } = await callRegister(authority, {
      path: pathOf(grantId),
      schema: accessGrantViewSchema,
      what: 'the grant',
      ...(trace && { trace }),
    });
    return endedBy === 'agency';
  } catch (error) {
    // An authority that does not say so: it is certain that it ended.
    if (error instanceof AgencyError) return false;
    throw error;
  }
}

function pathOf(grantId: string): string {
  return `${authorityPaths.accessGrants}/${grantId.slice(grantId.lastIndexOf('/') + 1)}`;
}
