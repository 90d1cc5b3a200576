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
  /** What to do next; of what is allowed, what follows. */
  readonly advice: Words;
}

type Pair = readonly [nl: string, en: string];
/** What a citizen reads is in French and German too. */
type Why = Pair | readonly [...Pair, fr: string, de: string];

/** Words of a finding: article, why, what to do; Dutch first. */
export function finding(article: string, why: Why, advice: Pair): FindingWords {
  const [nl, en, fr, de] = why;
  return {
    article,
    why: fr === undefined || de === undefined ? { nl, en } : { nl, en, fr, de },
    advice: { nl: advice[0], en: advice[1] },
  };
}
