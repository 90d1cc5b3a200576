/** Paths of the authority, relative to its base URL (which ends in a slash). */
export const authorityPaths = {
  umaConfiguration: '.well-known/uma2-configuration',
  vcConfiguration: '.well-known/vc-configuration',
  jwks: 'jwks',
  issue: 'issue',
  status: 'status',
  verify: 'verify',
  query: 'query',
  derive: 'derive',
  token: 'token',
  /** + id */
  credential: 'vc/',
  /** + list number, and `/` + purpose for a Bitstring Status List */
  statusList: 'status/',
  participants: 'v1/participants',
  /** The sources as a signed trust list, a compact JWS; `loadTrustList` of `@grondslag/claims` reads it. */
  trustList: 'v1/trust-list',
  reads: 'v1/reads',
  /** Own API, below; `api/` of the authority. */
  accessRequests: 'v1/access-requests',
  accessGrants: 'v1/access-grants',
  accessDenials: 'v1/access-denials',
  /** Many credentials by id, with the requests they answer. */
  credentialLookups: 'v1/credential-lookups',
  /** Legal bases other than consent. */
  registerParticipants: 'v1/register/participants',
  registerAdmissions: 'v1/register/admissions',
  processingActivities: 'v1/processing-activities',
  mandates: 'v1/mandates',
  lawfulAccesses: 'v1/lawful-accesses',
  notices: 'v1/notices',
  objections: 'v1/objections',
  rightsRequests: 'v1/rights-requests',
  /** Errors in facts that citizens report to their sources. */
  corrections: 'v1/corrections',
  /** Facts that a citizen disputes, for agencies that read them or may. */
  disputedFacts: 'v1/disputed-facts',
  explanations: 'v1/explanations',
  /** The question of a code, for the citizen of a letter. */
  letters: 'v1/letters',
  /** Counters, and who works there. */
  desks: 'v1/desks',
  clerks: 'v1/desks/clerks',
  /** For clerks, with the citizen or a signed answer strip. */
  counterDesk: 'v1/counter/desk',
  counterQuestions: 'v1/counter/questions',
  counterAnswers: 'v1/counter/answers',
  counterWithdrawals: 'v1/counter/withdrawals',
  counterEntries: 'v1/counter/entries',
  /** The card of the citizen who asks; one that a clerk makes; what stands for who has one; a letter for them. */
  counterCard: 'v1/counter/card',
  counterCards: 'v1/counter/cards',
  counterCitizens: 'v1/counter/citizens',
  counterLetters: 'v1/counter/letters',
  helpers: 'v1/helpers',
  helperLooks: 'v1/helper-looks',
  /** What a representative said yes to for who is of age now. */
  consentsToConfirm: 'v1/consents-to-confirm',
  events: 'v1/events',
  webhooks: 'v1/webhooks',
  openapi: 'v1/openapi.json',
  docs: 'v1/docs',
  /** + `/` and a code */
  problems: 'v1/problems',
  live: 'v1/health/live',
  ready: 'v1/health/ready',
  /** For vault servers: see `status-feed.ts`. */
  statusChanges: 'v1/status-changes',
} as const;
