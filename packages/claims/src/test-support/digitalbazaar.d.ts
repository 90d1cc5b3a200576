// The part of the reference implementation that tests use; its packages ship no types.
declare module '@digitalbazaar/vc' {
  interface Options {
    credential: object;
    suite: unknown;
    documentLoader: (url: string) => Promise<object>;
    checkStatus?: (options: object) => Promise<{ verified: boolean }>;
    now?: Date;
  }
  export function issue(options: Options): Promise<Record<string, unknown>>;
  export function derive(options: {
    verifiableCredential: object;
    suite: unknown;
    documentLoader: (url: string) => Promise<object>;
  }): Promise<Record<string, unknown>>;
  export function verifyCredential(options: Options): Promise<{
    verified: boolean;
    error?: Error;
    statusResult?: { results?: { status: boolean }[] };
  }>;
  export function signPresentation(options: {
    presentation: object;
    suite: unknown;
    challenge: string;
    domain: string;
    documentLoader: (url: string) => Promise<object>;
  }): Promise<Record<string, unknown>>;
  export function verify(options: {
    presentation: object;
    suite: unknown;
    challenge: string;
    domain: string;
    documentLoader: (url: string) => Promise<object>;
    now?: Date;
  }): Promise<{ verified: boolean; error?: Error }>;
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function checkStatus(options: object): Promise<{ verified: boolean }>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: {
      cryptosuite: unknown;
      signer?: unknown;
      date?: string;
      /** Takes data-integrity/v1 for the context, not v2. */
      legacyContext?: boolean;
    });
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): unknown;
  export function createVerifyCryptosuite(): unknown;
}
declare module '@digitalbazaar/ed25519-multikey' {
  interface KeyPair {
    id: string;
    signer(): unknown;
    export(options: { publicKey: true }): Promise<{ publicKeyMultibase: string }>;
  }
  export function generate(options: { id: string; controller: string }): Promise<KeyPair>;
  export function fromJwk(options: { jwk: object; secretKey: true }): Promise<KeyPair>;
}
declare module '@digitalbazaar/citizenship-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { mandatoryPointers: string[] }): unknown;
  export function createDiscloseCryptosuite(options: { selectivePointers: string[] }): unknown;
  export function createVerifyCryptosuite(): unknown;
}
declare module '@digitalbazaar/ecdsa-multikey' {
  export function fromJwk(options: {
    jwk: object;
    secretKey: true;
  }): Promise<{ id: string; signer(): unknown }>;
}
declare module '@digitalbazaar/bbs-2023-cryptosuite' {
  export function createSignCryptosuite(options: { mandatoryPointers: string[] }): unknown;
  export function createDiscloseCryptosuite(options: { selectivePointers: string[] }): unknown;
  export function createVerifyCryptosuite(): unknown;
}
declare module '@digitalbazaar/bls12-381-multikey' {
  export function fromJwk(options: {
    jwk: object;
    secretKey: true;
  }): Promise<{ secretKey: Uint8Array }>;
  export function fromRaw(options: {
    algorithm: string;
    secretKey: Uint8Array;
    publicKey: Uint8Array;
  }): Promise<{ id: string; signer(): unknown }>;
}
