import { readFileSync } from 'node:fs';
import { bodyKindSchema } from '@grondslag/protocol';
import * as z from 'zod';
import { type Article6, article6Letters } from '../law/article-6.ts';
import { type DataKind, dataKinds, type Situation, situations } from './situations.ts';

const oneOf = <T extends string>(values: readonly T[]) => z.enum(values as [T, ...T[]]);

const rowSchema = z.strictObject({
  basis: oneOf<Article6>(article6Letters),
  body: bodyKindSchema,
  data: oneOf(Object.keys(dataKinds) as DataKind[]),
  situation: oneOf(Object.keys(situations) as Situation[]),
  outcome: z.enum(['refuse', 'ask', 'confirm', 'allow', 'suspend', 'break-glass']),
  rule: z.string().min(1),
  /** Articles of the rights the citizen has; "?" marks one that depends on more. */
  rights: z.string(),
});
export type Row = z.infer<typeof rowSchema>;

/** The decision table: one row a line, members between semicolons. */
export function readTable(
  file: URL = new URL('../../decision-table.csv', import.meta.url),
): readonly Row[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const names = head.split(';');
  return lines.map((line, index) => {
    const values = line.split(';');
    const row = Object.fromEntries(names.map((name, column) => [name, values[column]]));
    const parsed = rowSchema.safeParse(row);
    if (parsed.success) return parsed.data;
    throw new TypeError(
      `Line ${index + 2} of the decision table: ${z.prettifyError(parsed.error)}`,
    );
  });
}
