import type { Official } from '@grondslag/legal-basis';
import type { Values } from '../parse-arguments.ts';
import { UsageError } from '../usage-error.ts';

/** Who takes a step, and why; always a person. */
export function officialOf({ by: name, role, reasons }: Values): {
  readonly by: Official;
  readonly reasons: string;
} {
  if (!name || !role || !reasons) {
    throw new UsageError(
      'Expected --by NAME --role ROLE --reasons TEXT: a named official takes this step.',
    );
  }
  return { by: { name, role }, reasons };
}
