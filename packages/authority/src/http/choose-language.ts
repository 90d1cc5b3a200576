import { parseAccept } from 'hono/utils/accept';
import { type ProblemLanguage, problemLanguages } from '../problems/problem-type.ts';

/** The best language for `Accept-Language` (RFC 9110 §12.5.4); English when nothing fits. */
export function chooseLanguage(acceptLanguage: string | undefined): ProblemLanguage {
  const wanted = parseAccept(acceptLanguage ?? '')
    .filter(({ q }) => q > 0)
    .map(({ type }) => type.toLowerCase().replace(/-.*$/, ''));
  for (const one of wanted) {
    const found = problemLanguages.find((language) => language === one);
    if (found !== undefined) return found;
  }
  return 'en';
}
