// The part of the peers that is measured; these packages ship no types.
declare module '@digitalbazaar/vc' {
  export type CheckStatus = (options: object) => Promise<{ verified: boolean }>;
  export function verifyCredential(options: {
    credential: object;
    suite: unknown;
    documentLoader: (url: string) => Promise<object>;
    checkStatus: CheckStatus;
  }): Promise<{ verified: boolean; error?: Error; statusResult?: object }>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: unknown });
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function checkStatus(options: object): Promise<{ verified: boolean }>;
}
declare module 'rdf-canonize' {
  export function canonize(dataset: object, options: { algorithm: 'RDFC-1.0' }): Promise<string>;
}
declare module 'sodium-native' {
  const sodium: {
    crypto_sign_verify_detached(
      signature: Uint8Array,
      message: Uint8Array,
      key: Uint8Array,
    ): boolean;
  };
  export = sodium;
}
