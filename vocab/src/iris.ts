/** The kit's own terms; `terms.ttl` says what each means. */
export const GRONDSLAG = 'https://w3id.org/grondslag/terms#';
/** @see {@link https://solidproject.org/TR/wac#access-modes} */
export const ACL = 'http://www.w3.org/ns/auth/acl#';
/** GConsent, the consent vocabulary of access requests and grants. */
export const GCONSENT = 'https://w3id.org/GConsent#';
/** Types of access credentials. */
export const SOLID_VC = 'http://www.w3.org/ns/solid/vc#';
export const PROV = 'http://www.w3.org/ns/prov#';
export const DPV = 'https://w3id.org/dpv#';
/** Terms of DPV for the General Data Protection Regulation; `dpv/dpv-2.3-terms.ttl` has those in use. */
export const EU_GDPR = 'https://w3id.org/dpv/legal/eu/gdpr#';
/** Purposes of public services in DPV. */
export const PUBLIC_SERVICES = 'https://w3id.org/dpv/sector/publicservices#';
/** The policy vocabulary of W3C. */
export const ODRL = 'http://www.w3.org/ns/odrl/2/';
export const XSD = 'http://www.w3.org/2001/XMLSchema#';
export const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
export const CREDENTIALS = 'https://www.w3.org/2018/credentials#';
export const LDP_CONTAINS = 'http://www.w3.org/ns/ldp#contains';
export const PIM_STORAGE = 'http://www.w3.org/ns/pim/space#storage';

type Terms<Base extends string, Name extends string> = { readonly [N in Name]: `${Base}${N}` };

/** Names of one vocabulary as full IRIs: `createTerms(ACL, 'Read').Read`. */
export function createTerms<Base extends string, Name extends string>(
  base: Base,
  ...names: readonly Name[]
): Terms<Base, Name> {
  return Object.fromEntries(names.map((name) => [name, `${base}${name}`])) as Terms<Base, Name>;
}

export const acl = createTerms(ACL, 'Read', 'Append', 'Write');

export const gc = createTerms(
  GCONSENT,
  'ConsentStatusRequested',
  'ConsentStatusExplicitlyGiven',
  'ConsentStatusDenied',
);

export const prov = createTerms(
  PROV,
  'wasAttributedTo',
  'wasDerivedFrom',
  'generatedAtTime',
  'hadPrimarySource',
);

export const euGdpr = createTerms(
  EU_GDPR,
  // legal bases: Article 6(1)
  'A6-1-a',
  'A6-1-a-explicit-consent',
  'A6-1-a-non-explicit-consent',
  'A6-1-b',
  'A6-1-b-contract-performance',
  'A6-1-b-enter-into-contract',
  'A6-1-c',
  'A6-1-d',
  'A6-1-d-data-subject',
  'A6-1-d-natural-person',
  'A6-1-e',
  'A6-1-e-official-authority',
  'A6-1-e-public-interest',
  'A6-1-f',
  'A6-1-f-controller',
  'A6-1-f-third-party',
  // grounds for special categories of data: Article 9(2)
  'A9-2-a',
  'A9-2-b',
  'A9-2-c',
  'A9-2-d',
  'A9-2-e',
  'A9-2-f',
  'A9-2-g',
  'A9-2-h',
  'A9-2-i',
  'A9-2-j',
  // rights
  'A7-3',
  'A13',
  'A14',
  'A15',
  'A16',
  'A17',
  'A18',
  'A19',
  'A20',
  'A21',
  'A22',
  'A77',
  'A78',
  'A79',
  // assessments; a DPIA as such is a term of DPV itself
  'NecessityAssessment',
  'ProportionalityAssessment',
  'SuitabilityAssessment',
  'BalancingTest',
  'PurposeCompatibilityAssessment',
  // notices
  'DirectDataCollectionNotice',
  'IndirectDataCollectionNotice',
);

export const g = createTerms(
  GRONDSLAG,
  // custom fields of an access request
  'needs',
  'purposeInWords',
  'otherRoute',
  'processingActivity',
  // custom field of a denial
  'reason',
  // kinds of claims
  'DiplomaCredential',
  'IncomeCredential',
  'ResidenceCredential',
  'HouseholdCredential',
  'Diploma',
  'Income',
  'Residence',
  'Household',
  // statements in claims
  'diploma',
  'title',
  'level',
  'institution',
  'awardedOn',
  'income',
  'year',
  'amount',
  'currency',
  'residence',
  'street',
  'houseNumber',
  'postalCode',
  'city',
  'since',
  'household',
  'adults',
  'children',
  // provenance of a verified claim
  'credential',
  'claimType',
  'validFrom',
  'validUntil',
  'statusCheckedAt',
  // kind of data subject id in a processing record
  'PseudonymousWebId',
);
