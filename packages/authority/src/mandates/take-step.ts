import {
  type Mandate,
  mandateStateAt,
  type NewMandateStep,
  nextSteps,
} from '@grondslag/legal-basis';
import { ruleError } from '../decisions/rule-error.ts';
import { AuthorityError } from '../errors.ts';
import { type MandateFactsPowers, rulesBroken } from './mandate-facts.ts';
import type { MandateStore } from './mandate-store.ts';
import { verifyDecision } from './verify-decision.ts';

type StepPowers = MandateFactsPowers & { readonly mandates: MandateStore };

const ofAgency: ReadonlySet<string> = new Set(['decided', 'published', 'ended']);
const ofOperator: ReadonlySet<string> = new Set(['suspended', 'resumed', 'ended']);

/**
 * Takes a step with a mandate. Before it is decided on, and before it is published, every rule is looked at. When a
 * version is published, the ones before it end.
 *
 * @throws {AuthorityError} `step_of_another`, `step_not_possible`, `signature_…`, `version_conflict`, or the first rule
 * that is broken
 */
export async function takeStep(
  mandate: Mandate,
  { version: _newest, ...sent }: NewMandateStep,
  caller: string,
  powers: StepPowers,
): Promise<Mandate> {
  const { mandates, register, legal, now: clock } = powers;
  const { step } = sent;
  const isMay =
    (caller === mandate.agency && ofAgency.has(step)) ||
    (legal.operators.includes(caller) && ofOperator.has(step));
  if (!isMay) {
    throw new AuthorityError(
      'step_of_another',
      'The agency decides, publishes and ends; the operator suspends, resumes and ends.',
    );
  }
  const now = clock();
  await checkPossible(mandate, step, powers);
  if (step === 'decided') {
    const participant = await register.findParticipant(mandate.agency);
    if (participant === undefined) throw ruleError('participant_unknown');
    await verifyDecision(mandate, sent, participant);
  }
  const { signature, ...plain } = sent;
  const taken = {
    ...plain,
    ...(step === 'decided' && signature !== undefined && { signature }),
    at: now.toISOString(),
  };
  if (!(await mandates.addStep(mandate, taken))) {
    throw new AuthorityError('version_conflict', 'Somebody took a step meanwhile; look again.');
  }
  if (step === 'published') await endBefore(mandate, taken, powers);
  return { ...mandate, steps: [...mandate.steps, taken] };
}

async function checkPossible(
  mandate: Mandate,
  step: NewMandateStep['step'],
  powers: StepPowers,
): Promise<void> {
  const state = mandateStateAt(mandate, powers.now());
  if (step === 'decided' && state === 'draft') throw ruleError('mandate_not_weighed');
  if (step === 'published' && (state === 'draft' || state === 'weighed')) {
    throw ruleError('mandate_not_decided');
  }
  const possible = nextSteps(state);
  if (!possible.includes(step)) {
    const names = possible.length === 0 ? 'none' : possible.join(', ');
    throw new AuthorityError('step_not_possible', `It is ${state}; steps that fit: ${names}.`);
  }
  if (step !== 'decided' && step !== 'published') return;
  const [broken] = await rulesBroken(mandate, powers);
  if (broken !== undefined) throw ruleError(broken);
}

/** What was granted under a version ends with it. */
async function endBefore(
  { id, version }: Mandate,
  { by, at }: Mandate['steps'][number],
  { mandates, now }: StepPowers,
): Promise<void> {
  for (const before of await mandates.findVersions(id)) {
    if (before.version >= version || mandateStateAt(before, now()) === 'ended') continue;
    await mandates.addStep(before, {
      step: 'ended',
      at,
      by,
      reasons: `Replaced by version ${version}.`,
    });
  }
}
