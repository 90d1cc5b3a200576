export {
  CLAIMS_V1,
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  contexts,
  DATA_INTEGRITY_V1,
  INRUPT_V1,
  INRUPT_V2,
  REVOCATION_LIST_2020_V1,
} from './contexts.ts';
export {
  ACL,
  acl,
  CREDENTIALS,
  createTerms,
  DPV,
  GCONSENT,
  GRONDSLAG,
  g,
  gc,
  LDP_CONTAINS,
  PIM_STORAGE,
  PROV,
  prov,
  RDF_TYPE,
  SOLID_VC,
  XSD,
} from './iris.ts';
export { STATUS_ENTRY_CONTEXT } from './status-entry-context.ts';
