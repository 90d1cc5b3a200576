import * as z from 'zod';
import {
  anyBytesSchema,
  bytesSchema,
  indexesSchema,
  indexSchema,
  pointersSchema,
  readCbor,
  writeCbor,
} from '../selective/cbor-proof-value.ts';

const BASE = Uint8Array.of(0xd9, 0x5d, 0x02);
const DERIVED = Uint8Array.of(0xd9, 0x5d, 0x03);

/** Each statement, shown or not, costs a verifier milliseconds. */
export const MAX_BBS_STATEMENTS = 250;
/** Of a proof that shows all; each statement that is not shown adds 32 bytes. */
const MIN_PROOF_BYTES = 272;

const baseSchema = z
  .tuple([bytesSchema(80), bytesSchema(64), bytesSchema(96), bytesSchema(32), pointersSchema])
  .transform(([signature, header, publicKey, hmacKey, mandatoryPointers]) => ({
    signature,
    header,
    publicKey,
    hmacKey,
    mandatoryPointers,
  }));

const derivedSchema = z
  .tuple([
    anyBytesSchema.refine(({ length }) => length <= MIN_PROOF_BYTES + 32 * MAX_BBS_STATEMENTS),
    z.map(indexSchema, indexSchema),
    indexesSchema,
    z
      .array(indexSchema.max(MAX_BBS_STATEMENTS))
      .max(MAX_BBS_STATEMENTS)
      .refine((indexes) =>
        indexes.every((index, at) => at === 0 || index > (indexes[at - 1] ?? 0)),
      ),
    anyBytesSchema.refine(({ length }) => length <= 1_000),
  ])
  .transform(([proof, labels, mandatoryIndexes, selectiveIndexes, presentationHeader]) => ({
    proof,
    labels: new Map([...labels].map(([number, label]) => [`c14n${number}`, `b${label}`])),
    mandatoryIndexes,
    selectiveIndexes,
    presentationHeader,
  }));

export type BbsBase = z.infer<typeof baseSchema>;
export type BbsDerived = z.infer<typeof derivedSchema>;

/** @see {@link https://www.w3.org/TR/vc-di-bbs/#parsebaseproofvalue | Data Integrity BBS, 3.3.2} */
export function readBbsBase(proofValue: string): BbsBase | undefined {
  return baseSchema.safeParse(readCbor(proofValue, BASE)).data;
}

/** @see {@link https://www.w3.org/TR/vc-di-bbs/#parsederivedproofvalue | Data Integrity BBS, 3.3.7} */
export function readBbsDerived(proofValue: string): BbsDerived | undefined {
  return derivedSchema.safeParse(readCbor(proofValue, DERIVED)).data;
}

export function writeBbsBase(value: BbsBase): string {
  const { signature, header, publicKey, hmacKey, mandatoryPointers } = value;
  return writeCbor(BASE, [signature, header, publicKey, hmacKey, mandatoryPointers]);
}

export function writeBbsDerived(value: BbsDerived): string {
  const { proof, labels, mandatoryIndexes, selectiveIndexes, presentationHeader } = value;
  const numbers = [...labels].map(
    ([label, name]) => [Number(label.slice('c14n'.length)), Number(name.slice(1))] as const,
  );
  return writeCbor(DERIVED, [
    proof,
    new Map(numbers),
    mandatoryIndexes,
    selectiveIndexes,
    presentationHeader,
  ]);
}
