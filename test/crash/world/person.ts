import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** Someone with a WebID who is logged in. */
export interface Person {
  readonly webId: string;
  readonly pod: string;
  /** Headers with a DPoP-bound token and a fresh proof for this request. */
  sign(method: string, url: string): Promise<Record<string, string>>;
}

export async function createPerson(
  webId: string,
  issue: (claims: JWTPayload) => Promise<string>,
): Promise<Person> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256' };
  const token = await issue({ webid: webId, cnf: { jkt: await calculateJwkThumbprint(jwk) } });
  return {
    webId,
    pod: webId.replace('profile/card#me', ''),
    async sign(method, url) {
      const proof = await new SignJWT({ htm: method, htu: url.replace(/\?.*/, '') })
        .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk })
        .setIssuedAt()
        .setJti(crypto.randomUUID())
        .sign(privateKey);
      return { Authorization: `DPoP ${token}`, DPoP: proof };
    },
  };
}
