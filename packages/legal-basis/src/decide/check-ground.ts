import { type DataNeed, findSensitivities, type Sensitivity } from '../activities/data-need.ts';
import type { Ground } from '../activities/processing-activity.ts';
import type { Rule } from '../findings/findings.ts';
import { article6, article6Of } from '../law/article-6.ts';
import { article9, article9Of } from '../law/article-9.ts';
import type { LawReference } from '../law/law-reference.ts';
import type { LawRegister } from '../law/law-register.ts';
import type { Competence, Participant } from '../participants/participant.ts';

export interface GroundFacts {
  readonly ground: Ground;
  readonly dataNeeds: readonly DataNeed[];
  readonly participant: Participant;
  /** Of the mandate, when it says more than the participant. */
  readonly competence?: Competence;
  readonly isPrivateLawAct: boolean;
  readonly laws: LawRegister;
  readonly sensitivitiesOf: (need: DataNeed) => readonly Sensitivity[];
  readonly now: Date;
}

/** Every rule of the basis, its law and the kind of data that is broken. */
export function checkGround(facts: GroundFacts): readonly Rule[] {
  const { ground, participant, isPrivateLawAct } = facts;
  const letter = article6Of(ground.basis);
  if (letter === undefined) return ['basis_unknown'];
  const broken: Rule[] = [];
  // Article 6(1), second subparagraph
  if (letter === 'f' && participant.kind === 'public-authority' && !isPrivateLawAct) {
    broken.push('legitimate_interest_in_public_task');
  }
  const competence = facts.competence ?? participant.competence;
  const isPublic = letter === 'e' || (letter === 'c' && participant.kind === 'public-authority');
  if (isPublic && (competence === undefined || participant.kind === 'private-body')) {
    broken.push('competence_missing');
  }
  broken.push(...checkSensitivities(facts, letter));
  if (article6[letter].needsLaw && ground.lawRefs.length === 0)
    broken.push('law_reference_missing');
  const references = [...citedLaws(ground), ...(isPublic ? (competence?.lawRefs ?? []) : [])];
  return [...broken, ...checkLaws(references, facts)];
}

function checkSensitivities(
  { ground, dataNeeds, sensitivitiesOf }: GroundFacts,
  letter: string,
): readonly Rule[] {
  const found = findSensitivities(dataNeeds, sensitivitiesOf);
  const broken: Rule[] = [];
  const { specialCategoryBasis, article10, identityNumberRule } = ground;
  if (specialCategoryBasis !== undefined) {
    const special = article9Of(specialCategoryBasis);
    if (special === undefined || !isUsable(special, letter))
      broken.push('special_ground_not_usable');
    else if (article9[special].needsLaw && ground.lawRefs.length === 0) {
      broken.push('law_reference_missing');
    }
  } else if (found.has('special-category')) broken.push('special_category_without_ground');
  if (found.has('criminal') && article10 === undefined) {
    broken.push('criminal_data_without_article_10');
  }
  if (found.has('identity-number') && identityNumberRule === undefined) {
    broken.push('identity_number_without_rule');
  }
  return broken;
}

function isUsable(special: keyof typeof article9, letter: string): boolean {
  const { use } = article9[special];
  if (use === 'with-consent') return letter === 'a';
  if (use === 'last-resort') return letter === 'd';
  return use === 'yes' && letter !== 'a';
}

function citedLaws({ lawRefs, article10, identityNumberRule }: Ground): readonly LawReference[] {
  return [...lawRefs, article10, identityNumberRule].filter((one) => one !== undefined);
}

function checkLaws(
  references: readonly LawReference[],
  { laws, now }: GroundFacts,
): readonly Rule[] {
  const states = new Set(references.map((reference) => laws.lookUp(reference, now).state));
  const broken: Rule[] = [];
  if (states.has('unknown-law') || states.has('unknown-article')) broken.push('law_unknown');
  if (states.has('not-in-force')) broken.push('law_not_in_force');
  return broken;
}

/** When the first of the laws a ground rests on ends, as far as that is known. */
export function lawsEndAt(ground: Ground, laws: LawRegister, now: Date): Date | undefined {
  const ends = citedLaws(ground).flatMap((reference) => {
    const found = laws.lookUp(reference, now);
    return found.state === 'in-force' && found.until !== undefined ? [found.until.getTime()] : [];
  });
  return ends.length === 0 ? undefined : new Date(Math.min(...ends));
}
