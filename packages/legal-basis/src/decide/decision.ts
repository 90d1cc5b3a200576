import type { Words } from '../findings/finding.ts';
import { findings, type Rule } from '../findings/findings.ts';
import type { NoticePlan } from '../mandates/mandate.ts';

/** What is done, whatever the rule. */
interface Explained {
  /** The rule that decided. */
  readonly rule: Rule;
  /** The provision behind it. */
  readonly article: string;
  readonly why: Words;
  readonly advice: Words;
  /** Rules that did not decide, and that people should know of. */
  readonly warnings: readonly Rule[];
}

/** What may happen with a request. */
export type Decision = Explained &
  (
    | { readonly outcome: 'refuse' }
    /** Consent: the citizen decides, in parts. */
    | { readonly outcome: 'ask' }
    /** Contract: the citizen confirms. */
    | { readonly outcome: 'confirm' }
    /** Lawful access, from a moment to a moment. */
    | {
        readonly outcome: 'allow';
        readonly from: Date;
        readonly until: Date;
        readonly notice: NoticePlan;
      }
    /** Lawful access that stands still during an objection. */
    | { readonly outcome: 'suspend' }
    /** Emergency: in the log first, told after, reviewed. */
    | {
        readonly outcome: 'break-glass';
        readonly until: Date;
        readonly reviewBefore: Date;
      }
  );

/** The words of the rule that decided. */
export function explain(rule: Rule, warnings: readonly Rule[] = []): Explained {
  const { article, why, advice } = findings[rule];
  return { rule, article, why, advice, warnings };
}
