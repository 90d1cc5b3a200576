/** What changed in our own API, newest first (NLGov API Design Rules, `/core/changelog`, `/core/semver`). */
export const apiChanges = [
  {
    version: '1.3.0',
    date: '2026-11-22',
    changes: [
      'New: PUT v1/access-grants/{id}/erasure, an agency signs that it erased what it kept; grants show it as erasure.',
      'New: agencies report errors in facts that they may read, or might at most 90 days ago (POST v1/corrections with access); reports name them in reportedBy.',
      'New: reports of errors in facts to their sources (v1/corrections), with events correction.received and correction.changed.',
      'New: v1/disputed-facts, what a citizen disputes; agencies that read such a fact or may are told by correction.received, and of the answer by correction.changed; a report may be in words alone, to any source that takes part.',
      'New: letters with a code, desks and clerks who enter answers and withdrawals (PUT v1/access-requests/{id}/letter, v1/letters, v1/desks, v1/counter); sharedFields may name a container.',
      'New: v1/helpers, who sees or acts for a citizen under an own login, on themes and until a date; the header As-Helper names it, and what a helper may not do answers not_for_helpers.',
      'New: PUT v1/access-grants/{id}/end, an agency gives a grant up; endedBy says who ended one.',
      'Mandates may be hiddenFromHelpers; objections name the helper who made them.',
      'New: v1/consents-to-confirm, what a parent said yes to and the citizen confirms on coming of age.',
      'Events may tell of helpers, and name in actedBy the helper who did something for the citizen.',
      'Helpers report errors, ask by right, find the question of a letter and see what receipts are made from; reports and requests name the helper who made them.',
      'New: v1/helper-looks, what helpers looked through, a line for each day and kind; the event helper.came-of-age; PUT v1/helpers/{id}/birthday for the operator.',
      'New: POST v1/credential-lookups, up to a hundred credentials by id with the requests they answer; POST v1/disputed-facts, what up to a hundred citizens dispute.',
      'New: v1/rights-requests, by which citizens ask an agency for a copy, erasure, restriction or portability, and agencies answer.',
    ],
  },
  {
    version: '1.2.0',
    date: '2026-11-22',
    changes: [
      'New: a grant may name the fields that are shared of a fact (sharedFields), and its token says so, as that of lawful access does; for a vault server that would give out whole facts there is none: vault_gives_whole_facts, also when it is asked for.',
      'Sources may say which statuses their facts always have (statusPurposes), in participants and in v1/trust-list.',
      'A grant that names no fields opens those that the request it answers names; a need without fields has those that its activity registers when the request is made.',
      'Keys of sources may be of P-256 (zDna…) beside Ed25519.',
      'New: the review of an emergency (PUT v1/lawful-accesses/{uuid}/review), shown as review and reviewState, told as emergency-reviewed; listed by review, and for the operator by agency=any.',
      'Grants take explicitConsent; a grant of special categories without it is refused, also when it answers no request: explicit_consent_missing.',
      'While a review is overdue, one official alone opens nothing: break_glass_review_overdue.',
      'New: v1/trust-list, the sources as a signed list whose version only rises; needs say how old a fact may be (maxAgeDays).',
    ],
  },
  {
    version: '1.1.0',
    date: '2026-11-22',
    changes: [
      'New: register of participants, processing activities, mandates, lawful access, notices, objections, explanations.',
      'Requests take processingActivity and consentGate; a registered public body needs the gate, unless the operator chose a warning.',
    ],
  },
  {
    version: '1.0.0',
    date: '2026-11-22',
    changes: ['First: access requests, grants and denials, reads, events, webhooks, problems.'],
  },
] as const;

/** Version of our own API; the first part is in its paths (NLGov API Design Rules, `/core/version-header`). */
export const API_VERSION = apiChanges[0].version;

/** Changes and what is to go, as people read them (`/core/deprecation-schedule`). */
export function describeChanges(): string {
  const lines = apiChanges.map(
    ({ version, date, changes }) => `${version} (${date}): ${changes.join(' ')}`,
  );
  return `Changes. ${lines.join(' ')} Nothing is deprecated; what is to go is said here a year before.`;
}
