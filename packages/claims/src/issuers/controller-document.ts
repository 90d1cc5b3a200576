import { base64urlnopad } from '@scure/base';
import * as z from 'zod';
import { concatBytes } from '../proof/concat-bytes.ts';
import { compressPoint } from '../proof/expand-point.ts';
import { decodeMultikey, encodeMultikey } from '../proof/multikey.ts';
import { type KeyPurpose, type KeyResolution, refuseKey } from './key-resolution.ts';

const MAX_METHODS = 200;

const instantSchema = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const jwkSchema = z.object({
  kty: z.string(),
  crv: z.string(),
  x: z.string().max(100),
  y: z.string().max(100).optional(),
});
const methodSchema = z.object({
  id: z.string(),
  type: z.string(),
  controller: z.string(),
  publicKeyMultibase: z.string().optional(),
  publicKeyJwk: jwkSchema.optional(),
  expires: instantSchema.optional(),
  revoked: instantSchema.optional(),
});
type Method = z.infer<typeof methodSchema>;

const listSchema = z
  .array(z.union([z.string(), methodSchema]))
  .max(MAX_METHODS)
  .default([]);

const controllerDocumentSchema = z.object({
  id: z.string(),
  verificationMethod: z.array(methodSchema).max(MAX_METHODS).default([]),
  assertionMethod: listSchema,
  // What is odd here is no reason to refuse an assertion.
  authentication: listSchema.catch([]),
});
export type ControllerDocument = z.infer<typeof controllerDocumentSchema>;

/** `undefined` when it is not the controller document of this id. */
export function readControllerDocument(text: string, id: string): ControllerDocument | undefined {
  try {
    const document = controllerDocumentSchema.safeParse(JSON.parse(text)).data;
    return document?.id === id ? document : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The key of a method, when its document lists it for this purpose.
 *
 * `expires` is about when the proof was made, which only its maker says; so a key that was `revoked` is refused
 * whatever the proof says of its time: a thief would write an earlier one.
 *
 * @param asked `at`: when the proof says it was made
 * @see {@link https://www.w3.org/TR/cid-1.0/#retrieve-verification-method | Controlled Identifiers, 3.3}
 */
export function keyInDocument(
  document: ControllerDocument,
  verificationMethod: string,
  { at, now, purpose }: { readonly at: Date; readonly now: Date; readonly purpose: KeyPurpose },
): KeyResolution {
  const isIt = (id: string) => (id.startsWith('#') ? document.id + id : id) === verificationMethod;
  const { verificationMethod: methods } = document;
  const listed = document[purpose].filter((entry) =>
    isIt(typeof entry === 'string' ? entry : entry.id),
  );
  const described = [
    ...methods.filter(({ id }) => isIt(id)),
    ...listed.filter((entry): entry is Method => typeof entry !== 'string'),
  ];
  const [method] = described;
  if (!method) return refuseKey('not_in_document');
  if (listed.length === 0) return refuseKey(notFor[purpose]);
  // Two descriptions of one method: which key is it?
  if (described.length > 1) return refuseKey('invalid_document');
  if (method.controller !== document.id) return refuseKey('wrong_controller');
  if (method.revoked && method.revoked <= now) return refuseKey('revoked');
  if (method.expires && method.expires <= at) return refuseKey('expired');
  const publicKey = multikeyOf(method);
  if (publicKey === undefined) return refuseKey('unknown_key_type');
  return { publicKey, controller: document.id, purpose };
}

const notFor = {
  assertionMethod: 'not_for_assertion',
  authentication: 'not_for_authentication',
} as const;

const multikeyTypes = new Set(['Multikey', 'Ed25519VerificationKey2020']);
const jwkTypes = new Set(['JsonWebKey', 'JsonWebKey2020']);

function multikeyOf({ type, publicKeyMultibase, publicKeyJwk }: Method): string | undefined {
  try {
    if (multikeyTypes.has(type) && publicKeyMultibase !== undefined) {
      decodeMultikey(publicKeyMultibase);
      return publicKeyMultibase;
    }
    return jwkTypes.has(type) && publicKeyJwk ? multikeyOfJwk(publicKeyJwk) : undefined;
  } catch {
    return undefined;
  }
}

function multikeyOfJwk({ kty, crv, x, y }: z.infer<typeof jwkSchema>): string | undefined {
  const first = new Uint8Array(base64urlnopad.decode(x));
  if (kty === 'OKP' && crv === 'Ed25519' && first.length === 32) {
    return encodeMultikey({ kind: 'Ed25519', bytes: first });
  }
  if (kty !== 'EC' || (crv !== 'P-256' && crv !== 'P-384') || y === undefined) return undefined;
  const second = base64urlnopad.decode(y);
  const length = crv === 'P-256' ? 32 : 48;
  if (first.length !== length || second.length !== length) return undefined;
  const point = concatBytes(Uint8Array.of(4), first, second);
  return encodeMultikey({ kind: crv, bytes: compressPoint(point) });
}
