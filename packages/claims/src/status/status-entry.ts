import { RDF_TYPE } from '@grondslag/vocab';
import { only, type Statements } from '../claim/statements.ts';
import { status, written } from '../claim/terms.ts';
import type { WrittenTerm } from '../nquads/line.ts';
import { iriOf, literalOf } from '../nquads/written-terms.ts';

/** Revocation and suspension make a fact unusable; a message or a newer version says something about it. */
const purposes = ['revocation', 'suspension', 'message', 'refresh'] as const;
export type StatusPurpose = (typeof purposes)[number];

/** One object of `credentialStatus`. */
export interface StatusEntry {
  readonly purpose: StatusPurpose;
  readonly index: number;
  /** Address of the list, as it is written. */
  readonly list: string;
  /** Bits of one entry. */
  readonly size: number;
  /** What each value means. */
  readonly messages: ReadonlyMap<number, string>;
}

/** Whether this entry says if the fact may be used. */
export function isAboutValidity({ purpose }: StatusEntry): boolean {
  return purpose === 'revocation' || purpose === 'suspension';
}

/** 256 values are more than anybody has words for. */
const MAX_SIZE = 8;
const ENTRY = written(status.BitstringStatusListEntry);

/**
 * `undefined` when it is not an entry that can be looked up.
 *
 * @see {@link https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistentry | Bitstring Status List, 2.1}
 */
export function readStatusEntry(
  statements: Statements,
  term: WrittenTerm,
): StatusEntry | undefined {
  const text = (property: string) =>
    literalOf(only(statements.objects(term, property)) ?? '')?.value;
  const type = only(statements.objects(term, RDF_TYPE));
  const purpose = purposes.find((known) => known === text(status.statusPurpose));
  const index = text(status.statusListIndex);
  const list = iriOf(only(statements.objects(term, status.statusListCredential)) ?? '');
  if (type !== ENTRY || purpose === undefined || list === undefined) return undefined;
  if (index === undefined || !/^\d{1,9}$/.test(index)) return undefined;
  const sized = statements.objects(term, status.statusSize).length > 0;
  const size = sized ? Number(text(status.statusSize)) : 1;
  if (!Number.isInteger(size) || size < 1 || size > MAX_SIZE) return undefined;
  const messages = readMessages(statements, statements.objects(term, status.statusMessage));
  // The standard: MUST be there, one for each value, as soon as there are more than two.
  if (!messages || ((size > 1 || messages.size > 0) && messages.size !== 2 ** size)) {
    return undefined;
  }
  return { purpose, index: Number(index), list, size, messages };
}

function readMessages(
  statements: Statements,
  terms: readonly WrittenTerm[],
): ReadonlyMap<number, string> | undefined {
  const found = new Map<number, string>();
  for (const term of terms) {
    const value = literalOf(only(statements.objects(term, status.status)) ?? '')?.value;
    const message = literalOf(only(statements.objects(term, status.message)) ?? '')?.value;
    if (value === undefined || message === undefined) return undefined;
    if (!/^0x[\dA-Fa-f]{1,2}$/.test(value) || found.has(Number(value))) return undefined;
    found.set(Number(value), message);
  }
  return found;
}
