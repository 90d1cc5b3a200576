/** Another name of the citizen, that somebody who may say so gave: a pseudonym of one source, or a DID. */
export interface LinkedSubject {
  /** IRI, as facts have it for subject. */
  readonly id: string;
  /** No longer the citizen's after this instant. */
  readonly validUntil?: Date;
}

/**
 * Whom a fact must be about. A `linked` subject is believed to be the citizen: take it from a credential that
 * `verifyLink` accepted, or from who knows the citizen (the authority), never from the vault as it is.
 */
export interface CitizenSubjects {
  readonly webId: string;
  readonly linked?: readonly LinkedSubject[];
}

/** Whether `subject` is the citizen at `at`. Links do not add up: a link of a linked subject is none. */
export function isCitizen(subject: string, citizen: string | CitizenSubjects, at: Date): boolean {
  if (typeof citizen === 'string') return subject === citizen;
  if (subject === citizen.webId) return true;
  return (citizen.linked ?? []).some(
    ({ id, validUntil }) => id === subject && (validUntil === undefined || at <= validUntil),
  );
}
