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
export const XSD = 'http://www.w3.org/2001/XMLSchema#';
export const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
export const CREDENTIALS = 'https://www.w3.org/2018/credentials#';
export const LDP_CONTAINS = 'http://www.w3.org/ns/ldp#contains';
export const PIM_STORAGE = 'http://www.w3.org/ns/pim/space#storage';
