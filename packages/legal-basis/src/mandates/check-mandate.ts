import {
  beyond,
  type DataNeed,
  findSensitivities,
  type Sensitivity,
} from '../activities/data-need.ts';
import { isActivityCurrent, type ProcessingActivity } from '../activities/processing-activity.ts';
import { checkGround } from '../decide/check-ground.ts';
import type { Rule } from '../findings/findings.ts';
import { type Article6, article6Of } from '../law/article-6.ts';
import type { LawRegister } from '../law/law-register.ts';
import { type Participant, participantStateAt } from '../participants/participant.ts';
import { findGaps } from '../weighing/find-gaps.ts';
import type { AssessmentType } from '../weighing/weighing.ts';
import { compareDocuments } from './attached-documents.ts';
import type { Mandate } from './mandate.ts';

export interface MandateFacts {
  readonly mandate: Mandate;
  readonly participant: Participant | undefined;
  /** The version that holds now of the mandate's activity. */
  readonly activity: ProcessingActivity | undefined;
  readonly laws: LawRegister;
  readonly sensitivitiesOf: (need: DataNeed) => readonly Sensitivity[];
  readonly now: Date;
  /** SHA-256 of the documents that could be looked at now, by URL. */
  readonly documents?: ReadonlyMap<string, string>;
}

const DAY = 86_400_000;

/** What each basis wants assessed on paper. */
const assessments: Record<Article6, readonly AssessmentType[]> = {
  a: [],
  b: ['NecessityAssessment'],
  c: ['NecessityAssessment'],
  d: [],
  e: ['NecessityAssessment', 'ProportionalityAssessment'],
  f: ['BalancingTest'],
};

/**
 * Every rule that a mandate breaks, whatever its state: nothing here looks at who decided. An empty answer means
 * complete and consistent, not lawful.
 */
export function checkMandate(facts: MandateFacts): readonly Rule[] {
  const { mandate, participant, activity, now } = facts;
  const letter = article6Of(mandate.basis);
  if (participant === undefined) return ['participant_unknown'];
  const broken: Rule[] = [];
  if (participantStateAt(participant, now) !== 'admitted') broken.push('participant_not_admitted');
  if (letter === 'a') broken.push('mandate_for_consent');
  broken.push(
    ...checkGround({
      ...facts,
      ...{ ground: mandate, participant, dataNeeds: mandate.dataNeeds },
      isPrivateLawAct: mandate.privateLawAct !== undefined,
      ...(mandate.competence && { competence: mandate.competence }),
    }),
    ...checkActivity(mandate, activity, now),
    ...checkNotice(mandate),
    ...checkWeighing(facts, letter),
  );
  return [...new Set(broken)];
}

function checkActivity(
  mandate: Mandate,
  activity: ProcessingActivity | undefined,
  now: Date,
): readonly Rule[] {
  if (activity === undefined || activity.id !== mandate.activity.id) return ['activity_unknown'];
  if (activity.controller !== mandate.agency) return ['activity_unknown'];
  const isNamed = activity.version === mandate.activity.version;
  if (!isNamed || !isActivityCurrent(activity, now)) return ['activity_not_current'];
  const broken: Rule[] = [];
  if (
    article6Of(activity.basis) !== article6Of(mandate.basis) ||
    activity.purpose !== mandate.purpose
  ) {
    broken.push('activity_differs');
  }
  if (beyond(mandate.dataNeeds, activity.dataNeeds).length > 0) broken.push('more_than_registered');
  const kept = Math.min(mandate.retentionDays, activity.retentionDays);
  if (mandate.retentionDays > activity.retentionDays || mandate.accessDays > kept) {
    broken.push('longer_than_retention');
  }
  return broken;
}

function checkNotice({ notice, validFrom }: Mandate): readonly Rule[] {
  if (notice.when !== 'delayed') return [];
  // A delay without a near end is no delay: two years at most.
  const until = new Date(notice.delay.until);
  const start = new Date(validFrom);
  const fits = until > start && until.getTime() - start.getTime() <= 731 * DAY;
  return fits && isDelayArticle(notice.delay.article) ? [] : ['notice_delay_without_ground'];
}

/** Article 14(5)(b) or (c), or a law under Article 23. */
function isDelayArticle(article: string): boolean {
  return /^(AVG |GDPR )?(14\(5\)\([bc]\)|23(\(1\)\([a-j]\))?)/.test(article);
}

function checkWeighing(
  { mandate, documents, sensitivitiesOf }: MandateFacts,
  letter: Article6 | undefined,
): readonly Rule[] {
  const { weighing, protocol, dataNeeds } = mandate;
  if (weighing === undefined) return ['mandate_not_weighed'];
  const broken: Rule[] = [];
  if (weighing.outcome === 'no-go') broken.push('weighing_says_no');
  if (findGaps(weighing).length > 0) broken.push('weighing_incomplete');
  const attached = new Set(weighing.assessments.map(({ type }) => type));
  const special = findSensitivities(dataNeeds, sensitivitiesOf).has('special-category');
  const wanted = new Set([
    ...(letter === undefined ? [] : assessments[letter]),
    ...(special ? (['DPIA'] as const) : []),
  ]);
  if ([...wanted].some((type) => !attached.has(type))) broken.push('assessment_missing');
  if ((letter === 'c' || letter === 'e') && protocol === undefined && !attached.has('DPIA')) {
    broken.push('protocol_or_dpia_missing');
  }
  const { changed } = compareDocuments(mandate, documents ?? new Map());
  if (changed.length > 0) broken.push('assessment_changed');
  return broken;
}
