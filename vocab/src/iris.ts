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
