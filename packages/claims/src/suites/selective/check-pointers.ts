import { ClaimsError } from '../../errors.ts';

const MAX_POINTERS = 1_000;

/**
 * @throws {ClaimsError} `invalid_pointer` unless each names a member of the document
 * @see {@link https://www.rfc-editor.org/rfc/rfc6901 | RFC 6901}
 */
export function checkPointers(document: object, pointers: readonly string[]): void {
  if (pointers.length > MAX_POINTERS) {
    throw new ClaimsError('invalid_pointer', `Expected at most ${MAX_POINTERS} pointers.`);
  }
  for (const pointer of pointers) {
    if (!hasMember(document, pointer)) {
      throw new ClaimsError(
        'invalid_pointer',
        `Expected a JSON pointer to a member of the credential, got ${JSON.stringify(pointer.slice(0, 100))}.`,
      );
    }
  }
}

/** Own members only: `/__proto__` is there in every object. */
function hasMember(document: object, pointer: string): boolean {
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return false;
  let value: unknown = document;
  for (const step of pointer.slice(1).split('/')) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
    // A list has an own `length` too.
    if (Array.isArray(value) && !/^(?:0|[1-9]\d*)$/.test(key)) return false;
    value = (value as Record<string, unknown>)[key];
  }
  return true;
}
