import {
  article6Of,
  type NewRightsRequest,
  type RightsRequest,
  rightsFor,
} from '@grondslag/legal-basis';
import { authorityPaths, helperFromFields } from '@grondslag/protocol';
import type { CredentialStore, StoredCredential } from '../credentials/credential-store.ts';
import { AuthorityError } from '../errors.ts';
import type { Actor } from '../helpers/identify-actor.ts';
import { seesCredential } from '../helpers/in-sight.ts';
import { createSeesAccess } from '../helpers/sees-access.ts';
import { checkVisible } from '../lawful-access/lawful-access-routes.ts';
import type { LawfulAccessStore } from '../lawful-access/lawful-access-store.ts';
import type { MandateStore } from '../mandates/mandate-store.ts';
import { isGrant } from '../tokens/check-grant.ts';
import type { RightsRequestStore } from './rights-request-store.ts';

export interface ReceivePowers {
  readonly baseUrl: string;
  readonly credentials: Pick<CredentialStore, 'find'>;
  readonly lawfulAccesses: Pick<LawfulAccessStore, 'find'>;
  readonly mandates: MandateStore;
  readonly rightsRequests: RightsRequestStore;
  readonly now: () => Date;
}

/** Id of a request, where it can be fetched. */
export function rightsRequestUrl(baseUrl: string, uuid: string): string {
  return new URL(`${authorityPaths.rightsRequests}/${uuid}`, baseUrl).href;
}

/**
 * Receives what a citizen asks of an agency by a right that goes with the ground on which it had the data. A helper asks
 * about what is in sight.
 *
 * @throws {AuthorityError} `credential_not_found`, `no_such_right`, `rights_request_pending`
 */
export async function receiveRightsRequest(
  { right, about, words }: NewRightsRequest,
  actor: Actor,
  uuid: string,
  powers: ReceivePowers,
): Promise<RightsRequest> {
  const now = powers.now();
  const { webId: citizen, helper } = actor;
  const { agency, basis } = await findGround(about, actor, powers, now);
  const available = rightsFor(basis, {
    providedByCitizen: false,
    automatedDecision: false,
    objection: 'none',
    directMarketing: false,
  }).find((line) => line.right === right);
  if (available === undefined || available.available === 'no') {
    throw new AuthorityError(
      'no_such_right',
      available?.why.en ?? 'This right does not go with the ground.',
    );
  }
  const request: RightsRequest = {
    id: rightsRequestUrl(powers.baseUrl, uuid),
    ...{ right, about, citizen, agency },
    ...(words !== undefined && { words }),
    receivedAt: now.toISOString(),
    ...(helper && { helper: helper.id }),
  };
  if (!(await powers.rightsRequests.add(request))) {
    throw new AuthorityError('rights_request_pending', 'Your earlier request waits for an answer.');
  }
  return request;
}

/** Whom it is asked of, and on what ground that one had the data: a permission, or access under a law. */
async function findGround(about: string, actor: Actor, powers: ReceivePowers, now: Date) {
  const { webId: citizen } = actor;
  const grant = await powers.credentials.find(about);
  if (grant && isGrantToAgency(grant, citizen) && seesCredential(actor, grant)) {
    return { agency: grant.toAgent, basis: 'a' } as const;
  }
  const found = await powers.lawfulAccesses.find(about);
  if (found?.access.citizen === citizen && (await createSeesAccess(actor, powers)(found.access))) {
    const { access } = checkVisible(found, citizen, now);
    return { agency: access.agency, basis: article6Of(access.basis) ?? 'e' } as const;
  }
  throw new AuthorityError(
    'credential_not_found',
    'You have no permission or access with this id.',
  );
}

/** Given by this citizen to an agency; a helper who reads along holds the data for the citizen. */
function isGrantToAgency(stored: StoredCredential, citizen: string): boolean {
  if (!isGrant(stored) || stored.fromAgent !== citizen) return false;
  return helperFromFields(stored.credential.credentialSubject.providedConsent) === undefined;
}
