import type { Answer } from './answer.ts';
import type { QueryRefusal } from './query-refused-error.ts';

/** A verified claim on its way to the worker: text only, nothing that could be shared or changed. */
export interface ClaimText {
  readonly canonical: string;
  readonly graph: string;
  readonly source: string;
  readonly credential: string;
  readonly resource: string;
  readonly claimType: string;
  /** Instants are ISO 8601. */
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly statusCheckedAt: string;
}

export interface Question {
  readonly sparql: string;
  readonly claims: readonly ClaimText[];
  readonly maxRows: number;
}

export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly code: QueryRefusal; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };
