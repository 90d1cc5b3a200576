import * as z from 'zod';
import { type AnyKind, type Kind, onlyFields } from '../kinds/kind.ts';

const namedSchema = z.tuple([z.string(), z.array(z.string())]);

/** What of a kind is written down: its readers are code, which each worker has. */
export function nameKind({ claimType, fields }: Pick<AnyKind, 'claimType' | 'fields'>): string {
  return JSON.stringify([claimType, Object.keys(fields)]);
}

/**
 * The kind that was written down, with the fields that were.
 *
 * @throws {TypeError} when this worker does not know it
 */
export function findKind(named: string, kinds: readonly AnyKind[]): Kind<Record<string, unknown>> {
  const [claimType, fields] = namedSchema.parse(JSON.parse(named));
  const kind = kinds.find((one) => one.claimType === claimType);
  const unknown = kind && fields.find((field) => !Object.hasOwn(kind.fields, field));
  if (kind === undefined || unknown !== undefined) {
    throw new TypeError(
      `Expected ${claimType} with ${fields.join(', ')} among the kinds of this worker, it is not there. Give it as \`kinds\`.`,
    );
  }
  return onlyFields(kind as Kind<Record<string, unknown>>, ...fields);
}
