import { base64urlnopad } from '@scure/base';
import * as z from 'zod';
import {
  bytesSchema,
  indexesSchema,
  indexSchema,
  MAX_STATEMENTS,
  pointersSchema,
  readCbor,
  writeCbor,
} from '../selective/cbor-proof-value.ts';

const BASE = Uint8Array.of(0xd9, 0x5d, 0x00);
const DERIVED = Uint8Array.of(0xd9, 0x5d, 0x01);

/** Signature of the issuer, then the key that signed each statement: a P-256 Multikey. */
const start = [bytesSchema(64), bytesSchema(35)] as const;
const signaturesSchema = z.array(bytesSchema(64)).max(MAX_STATEMENTS);

const baseSchema = z
  .tuple([...start, bytesSchema(32), signaturesSchema, pointersSchema])
  .transform(([baseSignature, statementKey, hmacKey, signatures, mandatoryPointers]) => ({
    baseSignature,
    statementKey,
    hmacKey,
    signatures,
    mandatoryPointers,
  }));

const derivedSchema = z
  .tuple([...start, signaturesSchema, z.map(indexSchema, bytesSchema(32)), indexesSchema])
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
