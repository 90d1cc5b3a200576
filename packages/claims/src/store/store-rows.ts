/** Terms and rows of a store from some point on: how one store follows another, in another thread. */
export interface StoreRows {
  readonly written: readonly string[];
  readonly subjects: Uint32Array;
  readonly predicates: Uint32Array;
  readonly objects: Uint32Array;
  readonly graphs: Uint32Array;
}
