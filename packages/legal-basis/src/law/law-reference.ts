import * as z from 'zod';

/** European Legislation Identifier: `…/eli/{type}/…`. */
const eli = z
  .url({ protocol: /^https?$/ })
  .regex(/^https?:\/\/[^/]+\/eli\/[a-z_]+(\/[\w.-]+)+$/, 'should be an ELI: …/eli/{type}/…');
/** Juriconnect: `jci1.3:c:BWBR0015703&artikel=47a`, or the number of the regulation alone. */
const bwb = z
  .string()
  .regex(
    /^(jci1\.3:c:)?BWB[RVW]\d{7}(&[a-z]+=[\w.:-]+)*$/,
    'should be a BWB number or juriconnect reference: jci1.3:c:BWBR0015703&artikel=47a',
  );
/** Document number of the Codex Vlaanderen. */
const codex = z
  .string()
  .regex(/^\d{7}$/, 'should be a document number of the Codex Vlaanderen: seven digits');

const article = z
  .string()
  .min(1)
  .max(40)
  .meta({ description: 'As the law numbers it: "47a", "6(1)(e)".' });

/** A provision of a law, by the identifier its legislator publishes. */
export const lawReferenceSchema = z.discriminatedUnion('scheme', [
  z.strictObject({ scheme: z.literal('eli'), identifier: eli, article }),
  z.strictObject({ scheme: z.literal('bwb'), identifier: bwb, article }),
  z.strictObject({ scheme: z.literal('codex'), identifier: codex, article }),
]);
export type LawReference = z.infer<typeof lawReferenceSchema>;

/** What a register finds the law by: without its provision. */
export function lawKey({
  scheme,
  identifier,
}: Pick<LawReference, 'scheme' | 'identifier'>): string {
  const [number = identifier] = scheme === 'bwb' ? (/BWB[RVW]\d{7}/.exec(identifier) ?? []) : [];
  return `${scheme}:${number.replace(/^http:/, 'https:')}`;
}

/** For people: the identifier and the provision. */
export function lawInWords({ identifier, article: provision }: LawReference): string {
  return `${identifier}, art. ${provision}`;
}
