import { UsageError } from './usage-error.ts';

/** The number of an option. @throws {UsageError} when it is none, or too small */
export function numberOf(
  name: string,
  text: string | undefined,
  otherwise: number,
  least: number,
): number {
  const value = text === undefined ? otherwise : Number(text);
  if (Number.isFinite(value) && value >= least && text !== '') return value;
  throw new UsageError(`Expected a number of at least ${least} for --${name}.`);
}
