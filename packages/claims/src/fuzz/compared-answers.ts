import type { Answer, Term } from '../query/answer.ts';

/** Rows as text; labels of blank nodes are no part of an answer, so they say only where they are the same in a row. */
export function rowsOf(answer: Answer): string[] {
  if (answer.form !== 'select') return [];
  return answer.rows.map((row) => {
    const labels: string[] = [];
    const text = (term: Term | undefined) => {
      if (term?.termType !== 'BlankNode') return JSON.stringify(term ?? null);
      if (!labels.includes(term.value)) labels.push(term.value);
      return `_:${labels.indexOf(term.value)}`;
    };
    return answer.variables.map((name) => text(row[name])).join(' ');
  });
}

/** What rows are ordered by, with `1` and `1.0` for the same. */
export function keysOf(answer: Answer, name: string): unknown[] {
  if (answer.form !== 'select') return [];
  return answer.rows.map(({ [name]: term }) =>
    /integer|decimal|double|float/.test(term?.datatype ?? '') ? Number(term?.value) : term?.value,
  );
}

export const inOrder = (rows: string[]) => rows.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
