import type { StoreRows } from '../store/store-rows.ts';
import type { Answer } from './answer.ts';
import type { Bindings } from './bind-parameters.ts';
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
  readonly holdsAt: string;
  readonly statusCheckedAt: string;
}

/** What a question is asked over: claims, or a dataset of which the worker has all but `added`. */
export type Over =
  | { readonly claims: readonly ClaimText[] }
  | { readonly dataset: number; readonly added: StoreRows };

export interface Question {
  readonly kind: 'query';
  readonly sparql: string;
  readonly bindings: Bindings;
  readonly over: Over;
  readonly maxRows: number;
}

/** The worker can let go of its copy of a dataset. Not answered. */
export interface Forget {
  readonly kind: 'forget';
  readonly dataset: number;
}

export type Reply =
  | { readonly kind: 'ready' }
  /** Comunica is being loaded, which is no part of anybody's time. */
  | { readonly kind: 'loading' | 'loaded' }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly code: QueryRefusal; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };
