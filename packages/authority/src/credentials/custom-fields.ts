import { enteredFields } from '@grondslag/protocol/counter';
import { ACL, CREDENTIALS, GCONSENT, g, RDF_TYPE, SOLID_VC } from '@grondslag/vocab';
import { AuthorityError } from '../errors.ts';
import { isIri, isPlainText } from './plain-text.ts';

/** Fields an agency or a citizen added to a consent: absolute IRI → value. */
export type CustomFields = Readonly<Record<string, string | number | boolean>>;

const MAX_FIELDS = 20;
const MAX_NAME_LENGTH = 500;
const MAX_TEXT_LENGTH = 100_000;

// What these mean is decided by the named fields; a second spelling of one could say something else.
const reservedPrefixes = [
  ACL,
  GCONSENT,
  SOLID_VC,
  CREDENTIALS,
  RDF_TYPE,
  'http://www.w3.org/ns/ldp#',
  'http://www.w3.org/ns/hydra/core#',
  'https://w3id.org/security#',
  'urn:uuid:71ab2f68-a68b-4452-b968-dd23e0570227',
];

// What these say only this authority knows, which adds them.
const ownFields = new Set<string>([...Object.values(enteredFields), g.helper, g.actedBy]);

/**
 * The members of a consent that are not terms of the consent vocabulary: they stay as they are, and are signed.
 *
 * @throws {AuthorityError} `unknown_term` for a name that is not an absolute IRI, `reserved_field`,
 * `invalid_credential` for another value or too many or too long fields
 */
export function readCustomFields(members: Readonly<Record<string, unknown>>): CustomFields {
  const names = Object.keys(members);
  for (const name of names) checkName(name);
  if (names.length > MAX_FIELDS) {
    throw new AuthorityError('invalid_credential', `Send at most ${MAX_FIELDS} custom fields.`);
  }
  return Object.fromEntries(names.map((name) => [name, checkValue(name, members[name])]));
}

function checkName(name: string): void {
  const isFieldName = /^(?:https?:\/\/|urn:)/.test(name) && isIri(name);
  if (!isFieldName || name.length > MAX_NAME_LENGTH) throw unknownTerm(name);
  if (ownFields.has(name)) {
    throw new AuthorityError('reserved_field', `${quote(name)} is written by this authority.`);
  }
  if (reservedPrefixes.some((prefix) => name.startsWith(prefix))) {
    throw new AuthorityError(
      'reserved_field',
      `${quote(name)} is part of the consent vocabulary: use its short name.`,
    );
  }
}

function checkValue(name: string, value: unknown): string | number | boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' && value.length <= MAX_TEXT_LENGTH && isPlainText(value)) {
    return value;
  }
  throw new AuthorityError(
    'invalid_credential',
    `${quote(name)} should be a plain text of at most ${MAX_TEXT_LENGTH} characters, a number or a boolean.`,
  );
}

/** The refusal of a short name that no context of ours defines at that place. */
export function unknownTerm(name: string): AuthorityError {
  return new AuthorityError(
    'unknown_term',
    `${quote(name)} is not a term of this kind of credential: it would not be under the signature. ` +
      'A field of your own has an absolute IRI as its name.',
  );
}

function quote(name: string): string {
  return JSON.stringify(name.length > 100 ? `${name.slice(0, 100)}…` : name);
}
