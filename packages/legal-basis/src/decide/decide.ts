import { beyond, findSensitivities } from '../activities/data-need.ts';
import { isActivityCurrent } from '../activities/processing-activity.ts';
import type { Rule } from '../findings/findings.ts';
import { article6Of } from '../law/article-6.ts';
import { checkMandate } from '../mandates/check-mandate.ts';
import type { Mandate } from '../mandates/mandate.ts';
import { type MandateState, mandateStateAt } from '../mandates/mandate-state.ts';
import { participantStateAt } from '../participants/participant.ts';
import { checkGround, lawsEndAt } from './check-ground.ts';
import { checkBreakGlass } from './decide-break-glass.ts';
import { checkConsent } from './decide-consent.ts';
import { type Decision, explain } from './decision.ts';
import type { Question } from './question.ts';
import { weighObjections } from './weigh-objections.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Somebody else looks at every emergency access. */
const REVIEW_DAYS = 3;

/**
 * Decides about a request, or about access that exists, at a moment: the same question gets the same answer. It says
 * which rule decided and why, in plain words; that a rule lets something pass does not make it lawful.
 */
export function decide(question: Question): Decision {
  const { ask, participant, now } = question;
  const letter = article6Of(ask.basis);
  const refuse = (rule: Rule, warnings: readonly Rule[] = []): Decision => ({
    outcome: 'refuse',
    ...explain(rule, warnings),
  });
  if (letter === undefined) return refuse('basis_unknown');
  // Anybody may ask a citizen, who then sees a stranger; nobody else may.
  if (participant === undefined && letter !== 'a') return refuse('participant_unknown');
  if (participant !== undefined && participantStateAt(participant, now) !== 'admitted') {
    return refuse('participant_not_admitted');
  }
  if (letter !== 'a' && letter !== 'b' && !ask.placedBySource)
    return refuse('not_placed_by_source');
  if (letter === 'a' || letter === 'b' || letter === 'd') {
    const broken = checkRegistered(question);
    if (broken !== undefined) return refuse(broken);
  }
  switch (letter) {
    case 'a': {
      const { broken, warnings } = checkConsent(question);
      if (broken !== undefined) return refuse(broken, warnings);
      const special = findSensitivities(ask.dataNeeds, question.sensitivitiesOf).has(
        'special-category',
      );
      const rule = special ? 'explicit_consent_asked' : 'consent_asked';
      return { outcome: 'ask', ...explain(rule, warnings) };
    }
    case 'b': {
      if ((ask.contract ?? '').trim() === '') return refuse('contract_missing');
      return { outcome: 'confirm', ...explain('contract_confirmed') };
    }
    case 'd': {
      const broken = checkBreakGlass(ask.breakGlass);
      if (broken !== undefined) return refuse(broken);
      const until = new Date(now.getTime() + (ask.breakGlass?.minutes ?? 0) * MINUTE);
      const reviewBefore = new Date(now.getTime() + REVIEW_DAYS * DAY);
      return { outcome: 'break-glass', ...explain('break_glass'), until, reviewBefore };
    }
    default:
      return decideUnderMandate(question, letter);
  }
}

/** The rules of the register for a basis that needs no mandate. */
function checkRegistered(question: Question): Rule | undefined {
  const { ask, participant, activity, now } = question;
  const consent = article6Of(ask.basis) === 'a';
  if (activity === undefined) return consent ? checkUnregistered(question) : 'activity_unknown';
  if (activity.controller !== ask.agency) return 'activity_unknown';
  if (!isActivityCurrent(activity, now)) return 'activity_not_current';
  if (article6Of(activity.basis) !== article6Of(ask.basis) || activity.purpose !== ask.purpose) {
    return 'activity_differs';
  }
  if (participant === undefined) return undefined;
  const [broken] = checkGround({
    ...question,
    ...{ ground: activity, participant, dataNeeds: ask.dataNeeds, isPrivateLawAct: false },
  });
  if (broken !== undefined) return broken;
  // Of consent the citizen may be shown a warning instead.
  const more = beyond(ask.dataNeeds, activity.dataNeeds).length > 0;
  return more && !consent ? 'more_than_registered' : undefined;
}

/** Consent without an activity: no register says on what ground sensitive data are used, so there is none. */
function checkUnregistered(question: Question): Rule | undefined {
  const { ask, participant } = question;
  if (participant === undefined) return undefined;
  const ground = { basis: ask.basis, lawRefs: [] };
  const [broken] = checkGround({
    ...question,
    ...{ ground, participant, dataNeeds: ask.dataNeeds, isPrivateLawAct: false },
  });
  return broken;
}

const stateRules: Record<Exclude<MandateState, 'published'>, Rule> = {
  draft: 'mandate_not_weighed',
  weighed: 'mandate_not_decided',
  decided: 'mandate_not_decided',
  suspended: 'mandate_suspended',
  ended: 'mandate_ended',
  expired: 'mandate_ended',
  'not-yet-valid': 'mandate_not_yet_valid',
};

const allowRules = { c: 'law_obliges', e: 'public_task', f: 'legitimate_interest' } as const;

function decideUnderMandate(question: Question, letter: 'c' | 'e' | 'f'): Decision {
  const { ask, mandate, objections } = question;
  const broken = checkUnderMandate(question);
  if (broken !== undefined || mandate === undefined) {
    return { outcome: 'refuse', ...explain(broken ?? 'mandate_missing') };
  }
  const { from, until } = span(question, mandate);
  if (from >= until) return { outcome: 'refuse', ...explain('no_time_left') };
  // Article 21 knows no objection against a legal obligation.
  const objected = letter === 'c' ? undefined : weighObjections(ask, objections, 'lawful-access');
  if (objected === 'objection_upheld') return { outcome: 'refuse', ...explain(objected) };
  if (objected === 'objection_open') return { outcome: 'suspend', ...explain(objected) };
  const { notice } = mandate;
  return { outcome: 'allow', ...explain(allowRules[letter]), from, until, notice };
}

function checkUnderMandate(question: Question): Rule | undefined {
  const { ask, mandate, now } = question;
  if (mandate === undefined) {
    // What can never have a mandate is said first: it helps more.
    const isNever =
      article6Of(ask.basis) === 'f' && question.participant?.kind === 'public-authority';
    return isNever ? 'legitimate_interest_in_public_task' : 'mandate_missing';
  }
  if (mandate.agency !== ask.agency) return 'mandate_of_another';
  const [broken] = checkMandate({ ...question, mandate });
  if (broken !== undefined) return broken;
  const state = mandateStateAt(mandate, now);
  if (state !== 'published') return stateRules[state];
  if (article6Of(mandate.basis) !== article6Of(ask.basis) || mandate.purpose !== ask.purpose) {
    return 'activity_differs';
  }
  if (beyond(ask.dataNeeds, mandate.dataNeeds).length > 0) return 'not_in_mandate';
  const { subjects } = mandate;
  if (subjects.scope === 'one' && subjects.webId !== ask.citizen) return 'subject_not_in_mandate';
  return undefined;
}

/** From when and until when access lasts: the earliest of every end there is. */
function span({ ask, activity, laws, participant, now }: Question, mandate: Mandate) {
  const waitDays = mandate.notice.when === 'before' ? mandate.notice.waitDays : 0;
  const from = new Date(now.getTime() + waitDays * DAY);
  const ends = [
    ask.until,
    new Date(mandate.validUntil),
    new Date(from.getTime() + mandate.accessDays * DAY),
    activity?.validUntil,
    participant?.admissions.at(-1)?.until,
    lawsEndAt(mandate, laws, now),
  ];
  const until = Math.min(
    ...ends.filter((end) => end !== undefined).map((end) => new Date(end).getTime()),
  );
  return { from, until: new Date(until) };
}
