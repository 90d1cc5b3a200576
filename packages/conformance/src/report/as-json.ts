import type { CaseResult } from '../run/result.ts';

/** The results for programs. */
export function asJson(authority: string, results: readonly CaseResult[], at: Date): object {
  return {
    authority,
    at: at.toISOString(),
    results: results.map(({ case: { id, checklist, title, level, see }, ...result }) => ({
      id,
      checklist,
      title,
      level,
      see,
      ...result,
    })),
  };
}
