import type { Agency, SigningKey } from '@grondslag/agency';
import type { Mandate, NewMandate, ProcessingActivity } from '@grondslag/legal-basis';
import { assert } from 'vitest';

const by = { name: 'P. Bestuurder', role: 'Voorzitter van het bestuur' };
const DAY_MS = 86_400_000;

/**
 * Registers an activity and publishes a mandate for it, both like that of `mandate` but for `changes`; resolves to the
 * id of the new mandate.
 */
export async function publishMandate(
  agency: Agency,
  key: SigningKey,
  mandate: Mandate,
  changes: Partial<NewMandate> & Pick<NewMandate, 'name' | 'basis' | 'purpose' | 'task'>,
): Promise<string> {
  const { id: _id, version: _version, agency: controller, steps: _steps, ...like } = mandate;
  const { name, basis, purpose, task } = changes;
  const activity: ProcessingActivity = {
    id: `https://ouderenfonds.example/verwerkingen/${crypto.randomUUID()}`,
    version: 1,
    ...{ controller, name, purpose, purposeInWords: task, basis },
    lawRefs: like.lawRefs,
    dataNeeds: like.dataNeeds,
    retentionDays: like.retentionDays,
    recipients: [],
    validFrom: new Date(Date.now() - DAY_MS).toISOString(),
  };
  const registered = await agency.registerActivity(activity);
  assert(registered.status === 'registered', JSON.stringify(registered));
  const draft = { ...like, ...changes, activity: { id: activity.id, version: 1 } };
  const drafted = await agency.draftMandate(draft);
  assert(drafted.status === 'done', JSON.stringify(drafted));
  const step = { mandate: drafted.mandate.id, by, reasons: 'Afgewogen en akkoord.' };
  const decided = await agency.decideMandate({ ...step, key });
  assert(decided.status === 'done', JSON.stringify(decided));
  const published = await agency.publishMandate(step);
  assert(published.status === 'done', JSON.stringify(published));
  return published.mandate.id;
}
