/** What a suite checks: the texts that are under the signature, and the signature. */
export interface SignedTexts {
  /** Canonical N-Quads of the document, or its JCS form: see `signs`. */
  readonly document: string;
  /** The same of the proof without `proofValue`. */
  readonly proofConfig: string;
  readonly proofValue: string;
  /** Multikey; may be of a kind that the suite does not use. */
  readonly publicKey: string;
}

/**
 * How a cryptosuite checks a proof.
 *
 * @see {@link https://www.w3.org/TR/vc-data-integrity/#cryptographic-suites | Data Integrity, 3}
 */
export interface Suite {
  readonly name: string;
  /** `rdf`: signs canonical N-Quads, in whatever form they were stored. `json`: signs the JSON itself. */
  readonly signs: 'rdf' | 'json';
  /** Whether the proof holds. Input of any kind is an answer, never an error. */
  verify(texts: SignedTexts): Promise<boolean>;
}
