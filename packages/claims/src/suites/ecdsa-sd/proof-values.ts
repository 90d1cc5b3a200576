import { base64urlnopad } from '@scure/base';
import { decode, encode } from 'cborg';
import * as z from 'zod';
import { concatBytes } from '../../proof/concat-bytes.ts';

/** A signature takes 88 characters, so that this is room for 1,000 statements and their labels. */
const MAX_PROOF_VALUE_LENGTH = 131_072;
const MAX_STATEMENTS = 1_000;
const MAX_POINTERS = 1_000;

const BASE = Uint8Array.of(0xd9, 0x5d, 0x00);
const DERIVED = Uint8Array.of(0xd9, 0x5d, 0x01);

const bytesSchema = (length: number) =>
  z
    .instanceof(Uint8Array)
    .refine((bytes) => bytes.length === length)
    // A copy: the decoder gives a view on the whole.
    .transform((bytes) => new Uint8Array(bytes));
const indexSchema = z.int().min(0);

/** Signature of the issuer, then the key that signed each statement: a P-256 Multikey. */
const start = [bytesSchema(64), bytesSchema(35)] as const;
const signaturesSchema = z.array(bytesSchema(64)).max(MAX_STATEMENTS);

const baseSchema = z
  .tuple([
    ...start,
    bytesSchema(32),
    signaturesSchema,
    z.array(z.string().max(1_000)).max(MAX_POINTERS),
  ])
  .transform(([baseSignature, statementKey, hmacKey, signatures, mandatoryPointers]) => ({
    baseSignature,
    statementKey,
    hmacKey,
    signatures,
    mandatoryPointers,
  }));

const derivedSchema = z
  .tuple([
    ...start,
    signaturesSchema,
    z.map(indexSchema, bytesSchema(32)),
    z.array(indexSchema).max(MAX_STATEMENTS),
  ])
  .transform(([baseSignature, statementKey, signatures, labels, mandatoryIndexes]) => ({
    baseSignature,
    statementKey,
    signatures,
    labels: new Map(
      [...labels].map(([number, label]) => [`c14n${number}`, `u${base64urlnopad.encode(label)}`]),
    ),
    mandatoryIndexes,
  }));

/** What an issuer gives to the holder: enough to disclose any part. */
export type BaseProofValue = z.infer<typeof baseSchema>;
/** What a holder shows. */
export type DerivedProofValue = z.infer<typeof derivedSchema>;

/** @see {@link https://www.w3.org/TR/vc-di-ecdsa/#parsebaseproofvalue | Data Integrity ECDSA, 3.5.3} */
export function readBaseProofValue(proofValue: string): BaseProofValue | undefined {
  return baseSchema.safeParse(readCbor(proofValue, BASE)).data;
}

/** @see {@link https://www.w3.org/TR/vc-di-ecdsa/#parsederivedproofvalue | Data Integrity ECDSA, 3.5.7} */
export function readDerivedProofValue(proofValue: string): DerivedProofValue | undefined {
  return derivedSchema.safeParse(readCbor(proofValue, DERIVED)).data;
}

/** @see {@link https://www.w3.org/TR/vc-di-ecdsa/#serializebaseproofvalue | Data Integrity ECDSA, 3.5.2} */
export function writeBaseProofValue(value: BaseProofValue): string {
  const { baseSignature, statementKey, hmacKey, signatures, mandatoryPointers } = value;
  return writeCbor(BASE, [baseSignature, statementKey, hmacKey, signatures, mandatoryPointers]);
}

/** @see {@link https://www.w3.org/TR/vc-di-ecdsa/#serializederivedproofvalue | Data Integrity ECDSA, 3.5.6} */
export function writeDerivedProofValue(value: DerivedProofValue): string {
  const { baseSignature, statementKey, signatures, labels, mandatoryIndexes } = value;
  const compressed = new Map(
    [...labels].map(([label, name]) => [
      Number(label.slice('c14n'.length)),
      base64urlnopad.decode(name.slice(1)),
    ]),
  );
  return writeCbor(DERIVED, [
    baseSignature,
    statementKey,
    signatures,
    compressed,
    mandatoryIndexes,
  ]);
}

function writeCbor(header: Uint8Array, payload: readonly unknown[]): string {
  return `u${base64urlnopad.encode(concatBytes(header, encode(payload)))}`;
}

function readCbor(proofValue: string, header: Uint8Array): unknown {
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
