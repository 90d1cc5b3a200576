import { Declined } from './declined.ts';
import type { Value } from './value.ts';

/** `undefined` is the error of SPARQL 1.1, 17.2: neither true nor false. */
export type Truth = boolean | undefined;

/** SPARQL 1.1, 17.3: `=`. */
export function equals(a: Value, b: Value): Truth {
  if (a.written === b.written) return true;
  if (a.kind === 'node' || b.kind === 'node') return false;
  if (a.kind === 'number' && b.kind === 'number') return a.value === b.value;
  if (a.kind === 'string' && b.kind === 'string') return a.value.localeCompare(b.value) === 0;
  if (isStringly(a) && isStringly(b)) return false;
  if (isScalar(a) && a.kind === b.kind) return a.value === (b as typeof a).value;
  return undefined;
}

/** SPARQL 1.1, 17.3: `<`. */
export function isLess(a: Value, b: Value): Truth {
  if (a.kind === 'string' && b.kind === 'string') return a.value.localeCompare(b.value) < 0;
  if (a.kind === 'number' && b.kind === 'number') return a.value < b.value;
  if (isScalar(a) && a.kind === b.kind) return a.value < (b as typeof a).value;
  return undefined;
}

/** SPARQL 1.1, 17.3: `<=`. */
export function isAtMost(a: Value, b: Value): Truth {
  const greater = isLess(b, a);
  return greater === undefined ? undefined : !greater;
}

type Scalar = Extract<Value, { kind: 'boolean' | 'dateTime' | 'date' }>;

function isScalar(value: Value): value is Scalar {
  return value.kind === 'boolean' || value.kind === 'dateTime' || value.kind === 'date';
}

function isStringly({ kind }: Value): boolean {
  return kind === 'string' || kind === 'language';
}

/**
 * The order of `ORDER BY`, `MIN` and `MAX` among values of one kind: negative, zero or positive.
 *
 * @throws {Declined} for values of two kinds, or of a kind without an order of its own
 */
export function compareValues(a: Value, b: Value): number {
  if (a.kind === 'node' && b.kind === 'node' && isIri(a) && isIri(b)) {
    if (a.written === b.written) return 0;
    // Without the brackets, which sort among the letters of a longer IRI.
    return a.written.slice(1, -1) < b.written.slice(1, -1) ? -1 : 1;
  }
  const less = isLess(a, b);
  if (less === undefined) throw new Declined('order');
  return less ? -1 : isLess(b, a) ? 1 : 0;
}

function isIri({ written }: Value): boolean {
  return written.startsWith('<');
}
