import { createTerms } from './create-terms.ts';
import { EU_GDPR } from './namespaces.ts';

/** Legal bases, rights, assessments and notices of the General Data Protection Regulation, as DPV 2.3 names them. */
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
