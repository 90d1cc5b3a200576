// The part of the reference implementation that tests use; its packages ship no types.
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: unknown });
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function checkStatus(options: {
    credential: object;
    suite: unknown;
    documentLoader: (url: string) => Promise<object>;
    verifyBitstringStatusListCredential: boolean;
    verifyMatchingIssuers: boolean;
  }): Promise<{
    verified: boolean;
    error?: Error;
    results?: { status: boolean; credentialStatus: { statusPurpose: string } }[];
  }>;
}
