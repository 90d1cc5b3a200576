import type { Correction } from '@grondslag/legal-basis';
import type { SourceParticipant } from '@grondslag/protocol';
import { AuthorityError } from '../errors.ts';
import type { CorrectionStore } from './correction-store.ts';

/**
 * WebID with which a source that takes part here answers.
 *
 * @throws {AuthorityError} `correction_source_unknown`
 */
export function sourceOf(
  id: string,
  { sources }: { readonly sources: readonly SourceParticipant[] },
): string {
  const source = sources.find((one) => one.id === id);
  if (source?.webId !== undefined) return source.webId;
  throw new AuthorityError(
    'correction_source_unknown',
    'source should be a source that takes part here and has a WebID to answer with.',
  );
}

/** @throws {AuthorityError} `correction_pending`, `corrections_too_many` */
export async function storeReport(
  correction: Correction,
  sourceWebId: string,
  corrections: CorrectionStore,
): Promise<Correction> {
  switch (await corrections.add(correction, sourceWebId)) {
    case 'added':
      return correction;
    case 'pending':
      throw new AuthorityError('correction_pending', 'Your earlier report of this fact is open.');
    case 'too-many':
      throw new AuthorityError('corrections_too_many', 'Twenty of your reports are open.');
  }
}
