import claimsV1 from '../contexts/claims-v1.json' with { type: 'json' };
import credentialsV1 from '../contexts/credentials-v1.json' with { type: 'json' };
import credentialsV2 from '../contexts/credentials-v2.json' with { type: 'json' };
import dataIntegrityV1 from '../contexts/data-integrity-v1.json' with { type: 'json' };
import dataIntegrityV2 from '../contexts/data-integrity-v2.json' with { type: 'json' };
import inruptV1 from '../contexts/inrupt-credentials-v1.json' with { type: 'json' };
import inruptV2 from '../contexts/inrupt-credentials-v2.json' with { type: 'json' };
import legalBasisV1 from '../contexts/legal-basis-v1.json' with { type: 'json' };
import revocationList2020V1 from '../contexts/revocation-list-2020-v1.json' with { type: 'json' };
import workV1 from '../contexts/work-v1.json' with { type: 'json' };

export const CREDENTIALS_V1 = 'https://www.w3.org/2018/credentials/v1';
export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';
export const DATA_INTEGRITY_V1 = 'https://w3id.org/security/data-integrity/v1';
export const DATA_INTEGRITY_V2 = 'https://w3id.org/security/data-integrity/v2';
export const REVOCATION_LIST_2020_V1 = 'https://w3id.org/vc-revocation-list-2020/v1';
export const INRUPT_V1 = 'https://schema.inrupt.com/credentials/v1.jsonld';
export const INRUPT_V2 = 'https://schema.inrupt.com/credentials/v2.jsonld';
export const CLAIMS_V1 = 'https://w3id.org/grondslag/contexts/claims/v1';
/** Facts about work. */
export const WORK_V1 = 'https://w3id.org/grondslag/contexts/work/v1';
/** Of the documents of `@grondslag/legal-basis`; see `asJsonLd`. */
export const LEGAL_BASIS_V1 = 'https://w3id.org/grondslag/contexts/legal-basis/v1';

/**
 * The closed list of JSON-LD contexts: nothing else is ever loaded, and these never come over the network.
 * `contexts.test.ts` pins the digest of each file.
 */
export const contexts: ReadonlyMap<string, object> = new Map<string, object>([
  [CREDENTIALS_V1, credentialsV1],
  [CREDENTIALS_V2, credentialsV2],
  [DATA_INTEGRITY_V1, dataIntegrityV1],
  [DATA_INTEGRITY_V2, dataIntegrityV2],
  [REVOCATION_LIST_2020_V1, revocationList2020V1],
  [INRUPT_V1, inruptV1],
  [INRUPT_V2, inruptV2],
  [CLAIMS_V1, claimsV1],
  [LEGAL_BASIS_V1, legalBasisV1],
  [WORK_V1, workV1],
]);
