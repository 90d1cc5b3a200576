import { base64urlnopad } from '@scure/base';
import { decode, encode } from 'cborg';
import * as z from 'zod';
import { concatBytes } from '../../proof/concat-bytes.ts';

/** A signature takes 88 characters, so that this is room for 1,000 statements and their labels. */
const MAX_PROOF_VALUE_LENGTH = 131_072;
export const MAX_STATEMENTS = 1_000;

export const bytesSchema = (length: number) =>
  anyBytesSchema.refine((bytes) => bytes.length === length);
export const anyBytesSchema = z
  .instanceof(Uint8Array)
  // A copy: the decoder gives a view on the whole.
  .transform((bytes) => new Uint8Array(bytes));
export const indexSchema = z.int().min(0);
export const indexesSchema = z.array(indexSchema).max(MAX_STATEMENTS);
export const pointersSchema = z.array(z.string().max(1_000)).max(MAX_STATEMENTS);

/** Multibase base64url of a header of three bytes, and CBOR. */
export function writeCbor(header: Uint8Array, payload: readonly unknown[]): string {
  return `u${base64urlnopad.encode(concatBytes(header, encode(payload)))}`;
}

/** `undefined` of anything that is too long, has another header, or is not CBOR of a length it says at the start. */
export function readCbor(proofValue: string, header: Uint8Array): unknown {
  if (!proofValue.startsWith('u') || proofValue.length > MAX_PROOF_VALUE_LENGTH) return undefined;
  try {
    const bytes = base64urlnopad.decode(proofValue.slice(1));
    if (!header.every((byte, at) => bytes[at] === byte)) return undefined;
    return decode(bytes.subarray(header.length), {
      useMaps: true,
      rejectDuplicateMapKeys: true,
      allowIndefinite: false,
    });
  } catch {
    return undefined;
  }
}
