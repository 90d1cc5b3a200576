import {
  type AccessMode,
  accessModeOf,
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

/** @throws {AuthorityError} `grant_not_verified` when nobody can tell which fields the citizen shares */
export function openingOfGrant(stored: StoredGrant): Opening {
  const consent = stored.credential.credentialSubject.providedConsent;
  const { mode, forPersonalData, inherit = true } = consent;
  const shared = sharedFieldsFromFields(consent);
  if (!shared) {
    throw new AuthorityError('grant_not_verified', 'The fields of the grant cannot be read.');
  }
  const fields = new Map(
    shared.map(({ resource, claimType, fields: names }) => [resource, { [claimType]: names }]),
  );
  return { stored, resources: forPersonalData, modes: mode.map(accessModeOf), inherit, fields };
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
