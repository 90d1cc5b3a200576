import * as z from 'zod';
import { findings, type Rule } from '../findings/findings.ts';
import { rights } from '../rights/right.ts';

/** Text of the kit itself: always in Dutch and English, and in French and German where a citizen reads it. */
export const wordsSchema = z.strictObject({
  nl: z.string(),
  en: z.string(),
  fr: z.string().exactOptional(),
  de: z.string().exactOptional(),
});

/** Name of a rule of the decision engine. */
export const ruleSchema = z.enum(Object.keys(findings) as [Rule, ...Rule[]]);

/** The rule that decided, with its article and words. */
export const explainedSchema = z.strictObject({
  rule: ruleSchema,
  article: z.string(),
  why: wordsSchema,
  advice: wordsSchema,
});

/** One right in one situation. */
export const rightInContextSchema = z.strictObject({
  right: z.enum(rights),
  article: z.string(),
  available: z.enum(['yes', 'no', 'conditional']),
  why: wordsSchema,
  action: z
    .enum(['stop', 'object', 'correct', 'restrict', 'erase', 'export', 'ask', 'complain'])
    .exactOptional(),
});
