import { type Correction, correctionSchema, type NewCorrection } from '@grondslag/legal-basis';
import type { SourceParticipant } from '@grondslag/protocol';
import { vaultOfResources } from '../credentials/check-resources.ts';
import { AuthorityError } from '../errors.ts';
import { isShown } from '../helpers/helper.ts';
import type { Actor } from '../helpers/identify-actor.ts';
import type { AskControl } from '../vaults/ask-control.ts';
import type { Vault } from '../vaults/vault.ts';
import type { CorrectionStore } from './correction-store.ts';
import { correctionUrl } from './correction-url.ts';
import { sourceOf, storeReport } from './store-report.ts';

/** Powers that receiving a report needs. */
export interface ReceivePowers {
  readonly baseUrl: string;
  readonly vaults: readonly Vault[];
  readonly askControl: AskControl;
  readonly sources: readonly SourceParticipant[];
  readonly corrections: CorrectionStore;
  readonly now: () => Date;
}

/**
 * Receives a report of an error in a fact (Article 16 GDPR), for a source that takes part here. Also in a fact of a kind
 * it is not believed about: whoever wrote it answers for it. It is about a resource in the citizen's own vault: nobody
 * can fill a source's desk with the facts of others. A helper reports the facts that are shown.
 *
 * @throws {AuthorityError} `outside_help`, `correction_source_unknown`, `not_controller`, `correction_pending`,
 *   `corrections_too_many`, and what `vaultOfResources` and `askControl` throw
 */
export async function receiveCorrection(
  asked: NewCorrection,
  { webId: citizen, helper }: Pick<Actor, 'webId' | 'helper'>,
  uuid: string,
  { baseUrl, vaults, askControl, sources, corrections, now }: ReceivePowers,
): Promise<Correction> {
  if (helper && !isShown(helper, asked.resource)) {
    throw new AuthorityError('outside_help', 'A helper reports a fact that is shown to them.');
  }
  const source = sourceOf(asked.source, { sources });
  const vault = vaultOfResources([asked.resource], vaults);
  const { controlled } = await askControl({ vault, webId: citizen, resources: [asked.resource] });
  if (!controlled.includes(asked.resource)) {
    throw new AuthorityError('not_controller', 'Only who has a fact in a vault can report it.');
  }
  const correction = correctionSchema.parse({
    id: correctionUrl(baseUrl, uuid),
    citizen,
    ...asked,
    receivedAt: now().toISOString(),
    ...(helper && { helper: helper.id }),
    steps: [],
  });
  return storeReport(correction, source, corrections);
}
