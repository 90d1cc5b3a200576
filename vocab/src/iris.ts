import { createTerms } from './create-terms.ts';
import { legalBasisTerms } from './legal-basis-terms.ts';
import { ACL, GCONSENT, GRONDSLAG, PROV } from './namespaces.ts';

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

/** The kit's own terms; `terms.ttl` and `terms/*.ttl` say what each means. */
export const g = {
  ...legalBasisTerms,
  ...createTerms(
    GRONDSLAG,
    // custom fields of an access request
    'needs',
    'purposeInWords',
    'otherRoute',
    'processingActivity',
    'consentGate',
    'explicitConsent',
    // custom field of a grant
    'sharedFields',
    'helper',
    // custom field of a decision
    'actedBy',
    // custom field of a denial
    'reason',
    // custom fields of a decision that a clerk entered
    'channel',
    'desk',
    'enteredBy',
    // kinds of claims
    'DiplomaCredential',
    'IncomeCredential',
    'ResidenceCredential',
    'HouseholdCredential',
    'SubjectLinkCredential',
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
    // work: a kind of claim that came later
    'EmploymentCredential',
    'Employment',
    'employment',
    'employer',
    'jobTitle',
    'hoursPerWeek',
    'isPermanent',
    'startedOn',
    // how a kind of fact is shown: in its shape
    'container',
    'titleTemplate',
    'phraseTemplate',
    'kindPhrase',
    'listPhrase',
    'currencyIn',
    'unit',
    // provenance of a verified claim
    'credential',
    'claimType',
    'validFrom',
    'validUntil',
    'holdsAt',
    'statusCheckedAt',
    // kind of data subject id in a processing record
    'PseudonymousWebId',
  ),
};
