import { base64urlnopad } from '@scure/base';
import { ClaimsError } from '../errors.ts';

/** How a status list is written: Bitstring Status List 1.0 (VC 2.0), or Revocation List 2020 (VC 1.1). */
export type StatusListFormat = 'bitstring' | 'revocation-list-2020';

/** A list has at least this many bits, so that fetching it does not say which credential is looked at. */
export const MIN_STATUS_LIST_BITS = 131_072;

/** 16 Mi credentials a list; beyond it, somebody is filling our memory. */
const MAX_STATUS_LIST_BYTES = 2 * 1024 * 1024;

/**
 * Bits as `encodedList`: gzip, then base64url without padding; `bitstring` has the multibase `u` in front.
 *
 * @see {@link https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-generation-algorithm | Bitstring Status List, 3.3}
 */
export async function encodeStatusBits(
  bits: Uint8Array,
  format: StatusListFormat,
): Promise<string> {
  const source = new Blob([new Uint8Array(bits)]).stream();
  const zipped = source.pipeThrough(new CompressionStream('gzip'));
  const bytes = await readAll(zipped, Number.POSITIVE_INFINITY);
  return (format === 'bitstring' ? 'u' : '') + base64urlnopad.encode(bytes);
}

/**
 * The bits of an `encodedList`.
 *
 * @throws {ClaimsError} `invalid_status_list` when it is not well formed, or inflates beyond 2 MiB
 * @see {@link https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-expansion-algorithm | Bitstring Status List, 3.4}
 */
export async function decodeStatusBits(
  encoded: string,
  format: StatusListFormat,
): Promise<Uint8Array> {
  if (format === 'bitstring' && !encoded.startsWith('u')) {
    throw new ClaimsError('invalid_status_list', 'Expected encodedList to start with multibase u.');
  }
  try {
    const zipped = base64urlnopad.decode(format === 'bitstring' ? encoded.slice(1) : encoded);
    const source = new Blob([new Uint8Array(zipped)]).stream();
    return await readAll(
      source.pipeThrough(new DecompressionStream('gzip')),
      MAX_STATUS_LIST_BYTES,
    );
  } catch (cause) {
    if (cause instanceof ClaimsError) throw cause;
    throw new ClaimsError('invalid_status_list', 'Expected encodedList as base64url of gzip.', {
      cause,
    });
  }
}

/** The bit of a credential; index 0 is the leftmost bit. @throws {RangeError} outside the list */
export function readStatusBit(bits: Uint8Array, index: number): boolean {
  return ((byteOf(bits, index) >> (7 - (index % 8))) & 1) === 1;
}

/** The value of an entry of `size` bits, the most significant first. @throws {RangeError} outside the list */
export function readStatusValue(bits: Uint8Array, index: number, size: number): number {
  let value = 0;
  for (let bit = index * size; bit < (index + 1) * size; bit++) {
    value = value * 2 + (readStatusBit(bits, bit) ? 1 : 0);
  }
  return value;
}

/** Sets the bit of a credential in place. @throws {RangeError} outside the list */
export function setStatusBit(bits: Uint8Array, index: number): void {
  bits[Math.floor(index / 8)] = byteOf(bits, index) | (1 << (7 - (index % 8)));
}

function byteOf(bits: Uint8Array, index: number): number {
  const byte = Number.isSafeInteger(index) && index >= 0 ? bits[Math.floor(index / 8)] : undefined;
  if (byte === undefined) {
    throw new RangeError(`Expected a status index from 0 to ${bits.length * 8 - 1}, got ${index}.`);
  }
  return byte;
}

async function readAll(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // A reader, not `for await`: not every browser can iterate a stream.
  const reader = stream.getReader();
  for (;;) {
    const { done, value: chunk } = await reader.read();
    if (done) break;
    length += chunk.length;
    if (length > maxBytes) {
      await reader.cancel();
      throw new ClaimsError('invalid_status_list', `Expected at most ${maxBytes} bytes of status.`);
    }
    chunks.push(chunk);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
