import { ClaimsError } from '../errors.ts';
import type { DataIntegrityProof } from '../proof/data-integrity-proof.ts';
import { type StatusPlace, statusEntry } from './status-entry.ts';

/** A credential with one proof. */
export type Issued<T extends object, Suite extends string> = T & {
  proof: DataIntegrityProof<Suite>;
};

export interface IssuedDocument {
  /** With its status; no proof yet. */
  readonly document: Record<string, unknown>;
  /** Of what nobody may leave out: a holder who could leave out its status could hide that it was revoked. */
  readonly neededPointers: string[];
}

const needed = [
  'issuer',
  'validFrom',
  'validUntil',
  'issuanceDate',
  'expirationDate',
  'credentialStatus',
];

/** @throws {ClaimsError} `invalid_document` when it has a proof, or a status beside `status` */
export function issuedDocument(
  credential: object,
  status: StatusPlace | readonly StatusPlace[] | undefined,
): IssuedDocument {
  if ('proof' in credential) {
    throw new ClaimsError('invalid_document', 'Expected a credential without proof. See addProof.');
  }
  const document: Record<string, unknown> = { ...credential };
  if (status) {
    if ('credentialStatus' in credential) {
      throw new ClaimsError('invalid_document', 'Expected no credentialStatus beside `status`.');
    }
    const entries = [status].flat().map((place) => statusEntry(place as StatusPlace));
    document['credentialStatus'] = entries.length === 1 ? entries[0] : entries;
  }
  const pointers = needed.filter((member) => member in document).map((member) => `/${member}`);
  const { credentialSubject } = credential as { credentialSubject?: { id?: unknown } };
  if (typeof credentialSubject?.id === 'string') pointers.push('/credentialSubject/id');
  return { document, neededPointers: pointers };
}
