import {
  type AccessMode,
  type AccessRequest,
  accessModeOf,
  askedLimits,
  type FieldLimits,
  factContainers,
  sharedFieldsFromFields,
} from '@grondslag/protocol';
import type { StoredCredential, StoredLawfulAccess } from '../credentials/credential-store.ts';
import { AuthorityError } from '../errors.ts';
import type { StoredGrant } from './check-grant.ts';

/** What a credential opens at its vault server, and for whom. */
export interface Opening {
  readonly stored: StoredCredential;
  readonly resources: readonly string[];
  readonly modes: readonly AccessMode[];
  readonly inherit: boolean;
  /** Resource → what of the facts there may be read; one that is not named may be read as it is. */
  readonly fields: ReadonlyMap<string, FieldLimits>;
  /** Basis of Article 6(1) GDPR; absent: consent. */
  readonly legalBasis?: string;
}

/**
 * What a citizen allowed. Of a resource whose fields the grant does not name, those that the request it answers names:
 * an app that knows nothing of fields gives no more than was asked. A grant that names more than was asked is taken
 * at its word, because a fact that cannot be divided is shared whole or not at all.
 *
 * @param request that the grant answers; `undefined` when it answers none
 * @throws {AuthorityError} `grant_not_verified` when nobody can tell which fields the citizen shares
 */
export function openingOfGrant(stored: StoredGrant, request: AccessRequest | undefined): Opening {
  const consent = stored.credential.credentialSubject.providedConsent;
  const { mode, forPersonalData, inherit = true } = consent;
  const modes = mode.map(accessModeOf);
  const shared = sharedFieldsFromFields(consent);
  if (!shared) {
    throw new AuthorityError('grant_not_verified', 'The fields of the grant cannot be read.');
  }
  const named = new Set(shared.map(({ resource }) => resource));
  const others = forPersonalData.filter((resource) => !named.has(resource));
  const asked =
    request && modes.includes('read') ? askedLimits(request, others, inherit) : new Map();
  const fields = new Map<string, FieldLimits>([
    ...asked,
    ...shared.map(
      ({ resource, claimType, fields: names }) => [resource, { [claimType]: names }] as const,
    ),
  ]);
  const resources = [...new Set([...forPersonalData, ...fields.keys()])];
  return { stored, resources, modes, inherit, fields };
}

/** To read, and nothing else: the fields that are needed, of the kinds of fact whose container it is. */
export function openingOfLawfulAccess(stored: StoredLawfulAccess): Opening {
  const { resources, basis, dataNeeds } = stored.credential.credentialSubject.lawfulAccess;
  const fields = new Map(
    resources.map((resource) => [
      resource,
      limitsOf(dataNeeds.filter(({ claimType }) => isContainerOf(claimType, resource))),
    ]),
  );
  return { stored, resources, modes: ['read'], inherit: true, fields, legalBasis: basis };
}

function limitsOf(needs: readonly { claimType: string; fields: string[] }[]): FieldLimits {
  const limits: FieldLimits = {};
  for (const { claimType, fields } of needs) {
    limits[claimType] = [...new Set([...(limits[claimType] ?? []), ...fields])];
  }
  return limits;
}

function isContainerOf(claimType: string, resource: string): boolean {
  const container = (factContainers as Readonly<Record<string, string>>)[claimType];
  return container !== undefined && resource.endsWith(`/${container}`);
}
