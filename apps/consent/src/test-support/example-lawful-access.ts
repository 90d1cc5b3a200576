import {
  type Article6,
  article6Iri,
  findings,
  type LawfulAccessView,
  lawfulAccessViewSchema,
  type Rule,
  rightsFor,
} from '@grondslag/legal-basis';
import { g } from '@grondslag/vocab';

const id = '2f1c0d7e-6f0a-4b3e-9a57-0d7c9a1e5b11';
const authority = 'https://authority.example/';

/** An access under a law as the authority shows it, checked by the schema of the wire. */
export function exampleLawfulAccess({
  basis = 'e',
  state = 'active',
  rule = 'public_task',
  objection = 'none',
  reviewed,
}: {
  readonly basis?: Article6;
  readonly state?: LawfulAccessView['state'];
  readonly rule?: Rule;
  readonly objection?: 'none' | 'open' | 'upheld' | 'rejected';
  /** Of an emergency: what its review found. */
  readonly reviewed?: 'justified' | 'not-justified';
} = {}): LawfulAccessView {
  const law = { scheme: 'bwb', identifier: 'BWBR0015703', article: '47a' };
  const contact = { email: 'contact@aanvulling.example' };
  return lawfulAccessViewSchema.parse({
    id,
    credential: `${authority}vc/${id}`,
    access: {
      id: `${authority}v1/lawful-accesses/${id}`,
      agency: 'https://aanvulling.example/card#me',
      citizen: 'https://vault.example/anna/profile/card#me',
      mandate: { id: `${authority}v1/mandates/1`, version: 1, name: { nl: 'Aanvulling' } },
      activity: { id: 'https://aanvulling.example/register/1', version: 1 },
      basis: article6Iri(basis),
      lawRefs: [law],
      purpose: 'https://w3id.org/dpv/sector/publicservices#SocialWelfareEligibilityAssessment',
      task: { nl: 'Nagaan wie een aanvulling misloopt.' },
      dataNeeds: [
        {
          claimType: g.IncomeCredential,
          fields: ['year', 'amount'],
          necessity: { nl: 'De grens hangt af van uw inkomen.' },
        },
        {
          claimType: g.HouseholdCredential,
          fields: ['adults', 'grossPension'],
          necessity: { nl: 'De grens is anders als u samenwoont.' },
        },
      ],
      resources: ['https://vault.example/anna/facts/income/'],
      notice: { when: 'at-once' },
      issuedAt: '2026-11-01T09:00:00Z',
      validFrom: '2026-11-15T09:00:00Z',
      validUntil: '2027-02-01T09:00:00Z',
    },
    state,
    why: { rule, ...findings[rule] },
    rights: rightsFor(basis, {
      providedByCitizen: false,
      automatedDecision: false,
      objection,
      directMarketing: false,
    }),
    information: {
      controller: {
        webId: 'https://aanvulling.example/card#me',
        name: { nl: 'Bureau Aanvulling', en: 'Supplement Office' },
        contact,
      },
      dataProtectionOfficer: contact,
      sources: [],
      recipients: [],
      retentionDays: 365,
      laws: [
        {
          identifier: law.identifier,
          title: { nl: 'Participatiewet' },
          publishedAt: 'https://wetten.overheid.nl/BWBR0015703',
        },
      ],
    },
    mandate: `${authority}v1/mandates/1`,
    ...(reviewed && {
      reviewState: 'done',
      review: {
        access: `${authority}v1/lawful-accesses/${id}`,
        outcome: reviewed,
        reasons: { nl: 'Zo is het.' },
        by: { name: 'F. Gegeven', role: 'Functionaris' },
        at: '2026-11-16T09:00:00Z',
      },
    }),
  });
}
