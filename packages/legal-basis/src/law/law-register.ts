import { localTextSchema } from '@grondslag/protocol';
import * as z from 'zod';
import { type LawReference, lawKey } from './law-reference.ts';

const validity = {
  validFrom: z.iso.date(),
  /** The first day it holds no more. */
  validUntil: z.iso.date().exactOptional(),
};

/** A snapshot of laws, from a file: an operator adds those the agencies cite. */
export const lawSnapshotSchema = z.strictObject({
  laws: z.array(
    z.strictObject({
      scheme: z.enum(['eli', 'bwb', 'codex']),
      identifier: z.string().min(1),
      title: localTextSchema,
      ...validity,
      /** Where the law is published. */
      publishedAt: z.url(),
      /** When a person last compared this with the publication; absent: nobody did. */
      checkedOn: z.iso.date().exactOptional(),
      /** Provisions that are known; with `complete: false` any other counts too, for as long as the law does. */
      articles: z.array(z.strictObject({ article: z.string().min(1), ...validity })),
      complete: z.boolean(),
    }),
  ),
});
export type LawSnapshot = z.infer<typeof lawSnapshotSchema>;
type Law = LawSnapshot['laws'][number];

/** What a register knows of a provision at a moment. */
export type LawState =
  | {
      readonly state: 'in-force';
      readonly title: Law['title'];
      /** Where anybody can read it. */
      readonly publishedAt: string;
      readonly until?: Date;
    }
  | { readonly state: 'unknown-law' | 'unknown-article' }
  | { readonly state: 'not-in-force'; readonly title: Law['title'] };

/** Looks provisions up offline. */
export interface LawRegister {
  lookUp(reference: LawReference, at: Date): LawState;
}

/** Later snapshots replace laws of earlier ones. */
export function createLawRegister(snapshots: readonly LawSnapshot[]): LawRegister {
  const laws = new Map(snapshots.flatMap((one) => one.laws.map((law) => [lawKey(law), law])));
  return {
    lookUp(reference, at) {
      const law = laws.get(lawKey(reference));
      if (law === undefined) return { state: 'unknown-law' };
      const article = law.articles.find((one) => one.article === reference.article);
      if (article === undefined && law.complete) return { state: 'unknown-article' };
      const parts = article === undefined ? [law] : [law, article];
      if (!parts.every((part) => holds(part, at)))
        return { state: 'not-in-force', title: law.title };
      const ends = parts.flatMap(({ validUntil }) =>
        validUntil === undefined ? [] : [new Date(validUntil).getTime()],
      );
      return {
        state: 'in-force',
        title: law.title,
        publishedAt: law.publishedAt,
        ...(ends.length > 0 && { until: new Date(Math.min(...ends)) }),
      };
    },
  };
}

function holds(
  { validFrom, validUntil }: { readonly validFrom: string; readonly validUntil?: string },
  at: Date,
): boolean {
  return new Date(validFrom) <= at && (validUntil === undefined || at < new Date(validUntil));
}
