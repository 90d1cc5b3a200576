/** What a check found wrong; all empty when everything acknowledged is there, once. */
export interface Findings {
  readonly lost: string[];
  readonly doubled: string[];
  /** Neither lost nor doubled: two answers of the authority that do not agree. */
  readonly wrong: string[];
}

export function noFindings(): Findings {
  return { lost: [], doubled: [], wrong: [] };
}

export function addFindings(to: Findings, found: Findings): void {
  to.lost.push(...found.lost);
  to.doubled.push(...found.doubled);
  to.wrong.push(...found.wrong);
}
