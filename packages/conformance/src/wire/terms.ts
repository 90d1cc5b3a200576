/** Contexts a client of the access-grant libraries knows; one other text in a credential and the client refuses it. */
export const knownContexts: readonly string[] = [
  'https://www.w3.org/2018/credentials/v1',
  'https://schema.inrupt.com/credentials/v1.jsonld',
  'https://schema.inrupt.com/credentials/v2.jsonld',
  'https://vc.inrupt.com/credentials/v1',
  'https://w3id.org/security/data-integrity/v1',
  'https://w3id.org/vc-revocation-list-2020/v1',
  'https://w3id.org/vc/status-list/2021/v1',
  'https://w3id.org/security/suites/ed25519-2020/v1',
];

export const CREDENTIALS_V1 = 'https://www.w3.org/2018/credentials/v1';
export const INRUPT_V1 = 'https://schema.inrupt.com/credentials/v1.jsonld';
export const INRUPT_V2 = 'https://schema.inrupt.com/credentials/v2.jsonld';

const ACL = 'http://www.w3.org/ns/auth/acl#';
export const acl = {
  Read: `${ACL}Read`,
  Write: `${ACL}Write`,
  Append: `${ACL}Append`,
  Control: `${ACL}Control`,
};

const GCONSENT = 'https://w3id.org/GConsent#';
export const gc = {
  Requested: `${GCONSENT}ConsentStatusRequested`,
  ExplicitlyGiven: `${GCONSENT}ConsentStatusExplicitlyGiven`,
  Denied: `${GCONSENT}ConsentStatusDenied`,
};

export const PURPOSE = 'https://w3id.org/dpv#ServiceProvision';
export const OTHER_PURPOSE = 'https://w3id.org/dpv#ServiceOptimisation';

export const UMA_TICKET = 'urn:ietf:params:oauth:grant-type:uma-ticket';
export const VP_FORMAT = 'https://www.w3.org/TR/vc-data-model/#json-ld';

/** Sections that cases point at. */
export const sections = {
  umaChallenge: 'UMA 2.0 Grant §3.2.1',
  umaToken: 'UMA 2.0 Grant §3.3.1',
  umaRefusal: 'UMA 2.0 Grant §3.3.6',
  umaMetadata: 'UMA 2.0 Grant §2',
  libraries: '@inrupt/solid-client-access-grants 4.0.1, as published',
  vcLibrary: '@inrupt/solid-client-vc 2.0.1, as published',
  access: 'Inrupt ESS documentation, Access Grant Service',
  vcModel: 'Verifiable Credentials Data Model 1.1',
  vcApi: 'W3C VC API',
  problem: 'RFC 9457 §3',
  bearer: 'RFC 6750 §3',
  solidOidc: 'Solid-OIDC',
  dpop: 'RFC 9449',
  statusList: 'Revocation List 2020; Bitstring Status List 1.0',
  dataIntegrity: 'Data Integrity EdDSA Cryptosuites 1.0',
  link: 'RFC 8288 §3',
  cors: 'Fetch Standard, CORS protocol',
  solid: 'Solid Protocol',
  http: 'RFC 9110',
} as const;
