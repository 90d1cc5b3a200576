import { type FindingWords, findings, type Rule } from '@grondslag/legal-basis';
import { problemDetailsSchema } from '@grondslag/protocol';

/** A rule of the decision engine stands in the way: which, of which article, why, and what to do. */
export type Refused = { readonly status: 'refused'; readonly rule: Rule } & FindingWords;

export function refusedBy(rule: Rule): Refused {
  return { status: 'refused', rule, ...findings[rule] };
}

/** The rule in a problem (RFC 9457) of the authority, as text; `undefined` when it refuses for another reason. */
export function refusedByRule(problem: string | undefined): Refused | undefined {
  const code = codeIn(problem);
  return code !== undefined && isRule(code) ? refusedBy(code) : undefined;
}

/** The code of a problem (RFC 9457); `undefined` when the text is none. */
export function codeIn(problem: string | undefined): string | undefined {
  if (problem === undefined) return undefined;
  try {
    return problemDetailsSchema.safeParse(JSON.parse(problem)).data?.code;
  } catch {
    return undefined;
  }
}

function isRule(code: string): code is Rule {
  return Object.hasOwn(findings, code);
}
