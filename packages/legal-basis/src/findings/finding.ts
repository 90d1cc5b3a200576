/** In Dutch and English, and in French and German where a citizen reads it. */
export interface Words {
  readonly nl: string;
  readonly en: string;
  readonly fr?: string;
  readonly de?: string;
}

/** What a rule says when it decides: with the article it rests on, and what one can do. */
export interface FindingWords {
  /** Of the GDPR, unless it says otherwise. */
  readonly article: string;
  /** One plain sentence. */
  readonly why: Words;
  /** To the agency: what to do next; of what is allowed, what follows. */
  readonly advice: Words;
}

type Advice = readonly [nl: string, en: string];
type Why = readonly [...Advice, fr: string, de: string];

/**
 * Words of a finding: article, why, what to do; Dutch first. A citizen may meet any rule, in a warning or in why access
 * stands still, so each says why in every language of the app.
 */
export function finding(
  article: string,
  why: Why,
  advice: Advice,
): FindingWords & { readonly why: Required<Words> } {
  const [nl, en, fr, de] = why;
  return { article, why: { nl, en, fr, de }, advice: { nl: advice[0], en: advice[1] } };
}
