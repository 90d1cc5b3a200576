/** Languages a problem is told in: English, or Dutch for who asks for it (`Accept-Language`). */
export const problemLanguages = ['en', 'nl'] as const;
export type ProblemLanguage = (typeof problemLanguages)[number];

/** What is the same each time this problem occurs (RFC 9457 §3.1.1–3.1.3). */
export interface ProblemType {
  /** HTTP status; the token endpoint has its own (RFC 6749 §5.2). */
  readonly status: number;
  /** Short, for people. */
  readonly title: Readonly<Record<ProblemLanguage, string>>;
  /** What to do about it. */
  readonly advice: Readonly<Record<ProblemLanguage, string>>;
}

type Words = readonly [title: string, advice: string];

/** A problem type from its words in English and in Dutch. */
export function problem(status: number, en: Words, nl: Words): ProblemType {
  return { status, title: { en: en[0], nl: nl[0] }, advice: { en: en[1], nl: nl[1] } };
}
