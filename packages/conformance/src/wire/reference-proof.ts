/// <reference path="./digitalbazaar.d.ts" />
import { contexts } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import * as z from 'zod';
import { expectEqual, expectStatus, expectThat, skip } from '../run/expect.ts';

const DID_V1 = 'https://www.w3.org/ns/did/v1';
const MULTIKEY_V1 = 'https://w3id.org/security/multikey/v1';

const signedSchema = z.looseObject({
  issuer: z.url(),
  proof: z.looseObject({ cryptosuite: z.string().exactOptional(), verificationMethod: z.url() }),
});
const controllerSchema = z.looseObject({
  verificationMethod: z.array(z.looseObject({ id: z.string() })),
});

/**
 * Checks the signature of a credential of VC 2.0 with the reference implementation, under a key that `issuer`
 * publishes. The libraries of access grants cannot read these: they know the contexts of VC 1.1 only.
 *
 * @see {@link https://www.w3.org/TR/vc-data-model-2.0/ | VC 2.0}
 */
export async function expectReferenceProof(credential: object, issuer: string): Promise<void> {
  const signed = signedSchema.parse(credential);
  expectEqual('issuer', signed.issuer, issuer);
  const { cryptosuite: suite, verificationMethod } = signed.proof;
  if (suite !== 'eddsa-rdfc-2022') {
    skip(`the proof is not eddsa-rdfc-2022 but ${suite ?? 'of another type'}`);
  }
  const documents = new Map<string, object>(contexts);
  const response = await fetch(issuer, { headers: { accept: 'application/json' } });
  await expectStatus(response, 200);
  const controller = controllerSchema.parse(await response.json());
  // as the reference implementation reads them: it knows neither the context of controllers nor of keys inside them
  documents.set(issuer, { ...controller, '@context': DID_V1 });
  const key = controller.verificationMethod.find(({ id }) => id === verificationMethod);
  expectThat(key, `verificationMethod ${verificationMethod}`, controller.verificationMethod);
  documents.set(verificationMethod, { ...key, '@context': MULTIKEY_V1 });
  const { verified, error } = await verifyCredential({
    credential: signed,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: async (url) => {
      const document = documents.get(url);
      if (!document) throw new Error(`${url} should not be needed.`);
      return { contextUrl: null, documentUrl: url, document };
    },
  });
  expectThat(verified, 'a signature that holds', error?.errors?.[0]?.message ?? error?.message);
}
