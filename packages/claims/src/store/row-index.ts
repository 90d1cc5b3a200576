/** Which rows of a column have which value: the rows of `id` are `rows[starts[id]]` up to `rows[starts[id + 1]]`. */
export interface RowIndex {
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

/** Sorts the rows of a column by value, in one pass over counts: linear, and rows of one value stay in order. */
export function indexRows(column: Uint32Array, size: number, values: number): RowIndex {
  const starts = new Uint32Array(values + 1);
  for (let row = 0; row < size; row++) {
    const after = (column[row] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let id = 0; id < values; id++) {
    starts[id + 1] = (starts[id + 1] as number) + (starts[id] as number);
  }
  const next = starts.slice(0, values);
  const rows = new Uint32Array(size);
  for (let row = 0; row < size; row++) {
    const id = column[row] as number;
    const at = next[id] as number;
    rows[at] = row;
    next[id] = at + 1;
  }
  return { starts, rows };
}
