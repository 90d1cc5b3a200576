// The part of @digitalbazaar/bbs-signatures 3 that is used here; the package ships no types.
declare module '@digitalbazaar/bbs-signatures' {
  type Ciphersuite = 'BLS12-381-SHA-256';
  interface Signed {
    publicKey: Uint8Array;
    header: Uint8Array;
    ciphersuite: Ciphersuite;
  }
  export function generateKeyPair(options: {
    ciphersuite: Ciphersuite;
  }): Promise<{ secretKey: Uint8Array; publicKey: Uint8Array }>;
  export function secretKeyToPublicKey(options: {
    secretKey: Uint8Array;
    ciphersuite: Ciphersuite;
  }): Promise<Uint8Array>;
  export function sign(
    options: Signed & { secretKey: Uint8Array; messages: Uint8Array[] },
  ): Promise<Uint8Array>;
  export function deriveProof(
    options: Signed & {
      signature: Uint8Array;
      messages: Uint8Array[];
      presentationHeader: Uint8Array;
      disclosedMessageIndexes: number[];
    },
  ): Promise<Uint8Array>;
  export function verifyProof(
    options: Signed & {
      proof: Uint8Array;
      presentationHeader: Uint8Array;
      disclosedMessages: Uint8Array[];
      disclosedMessageIndexes: number[];
    },
  ): Promise<boolean>;
}
