export { asJsonLd, type LegalBasisDocument } from './as-json-ld.ts';
export {
  CLAIMS_V1,
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  contexts,
  DATA_INTEGRITY_V1,
  DATA_INTEGRITY_V2,
  INRUPT_V1,
  INRUPT_V2,
  LEGAL_BASIS_V1,
  REVOCATION_LIST_2020_V1,
  WORK_V1,
} from './contexts.ts';
export { createTerms } from './create-terms.ts';
export { euGdpr } from './eu-gdpr.ts';
export { factContainers } from './fact-kinds/fact-containers.ts';
export { acl, g, gc, prov } from './iris.ts';
export {
  ACL,
  CREDENTIALS,
  DPV,
  EU_GDPR,
  GCONSENT,
  GRONDSLAG,
  LDP_CONTAINS,
  PIM_STORAGE,
  PROV,
  RDF_TYPE,
  SOLID_VC,
  XSD,
} from './namespaces.ts';
export { STATUS_ENTRY_CONTEXT } from './status-entry-context.ts';
