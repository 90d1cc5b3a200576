import { createHash } from 'node:crypto';
import {
  article6Of,
  createLawRegister,
  knownLaws,
  type LawReference,
  type LawRegister,
  lawInWords,
  type Mandate,
  type MandateView,
} from '@grondslag/legal-basis';
import { covers } from '@grondslag/protocol';
import { findMandate } from '../legal-basis/mandates.ts';
import { parseInput } from '../legal-basis/parse-input.ts';
import type { ReadPowers } from '../read-verified.ts';
import {
  type ApproachQuestion,
  approachQuestionSchema,
  type BothLanguages,
  checkQuestion,
} from './approach-question.ts';

/** What a search would do. Nothing was read for it, and nobody was told. */
export interface ApproachPlan {
  /** SHA-256 of the question, the mandate with its version, and the citizens: the run does this and nothing else. */
  readonly digest: string;
  /** With its weighing, and each decision about it. */
  readonly mandate: Mandate;
  /** Paragraph of Article 6(1) GDPR. */
  readonly basis: 'c' | 'e';
  /** The laws it rests on, by the name the kit knows of them, or their number. */
  readonly laws: readonly BothLanguages[];
  readonly citizens: {
    readonly total: number;
    /** Not at a vault server of this agency: told nothing, read nothing, counted as `no-vault`. */
    readonly elsewhere: number;
  };
  /** What the run puts on record, at most. */
  readonly log: {
    /** In the register of processing activities; of each record in your own log. */
    readonly activity: string;
    readonly records: number;
    /** At the authority, where each citizen sees it. */
    readonly accesses: number;
    /** When each is told of it. */
    readonly told: 'before' | 'at-once';
  };
}

/** Why there is no plan: the mandate is not one for this. */
export interface NotAllowed {
  readonly status: 'not-allowed';
  readonly reason: keyof typeof notAllowed;
  readonly article: string;
  readonly why: BothLanguages;
}

export type ApproachPlanOutcome =
  | { readonly status: 'planned'; readonly plan: ApproachPlan }
  | NotAllowed;

const notAllowed = {
  'not-published': {
    article: '6(3)',
    why: {
      nl: 'De machtiging is niet gepubliceerd, of er is een regel die haar nu tegenhoudt.',
      en: 'The mandate is not published, or a rule stands in its way now.',
    },
  },
  'basis-not-fit': {
    article: '6(1)(c), 6(1)(e)',
    why: {
      nl: 'Uit uzelf mensen zoeken kan alleen bij een wettelijke plicht of een publieke taak.',
      en: 'Looking for people unasked takes a legal obligation or a public task.',
    },
  },
  'not-weighed': {
    article: '5(2)',
    why: {
      nl: 'Bij de machtiging staat geen afweging. Die hoort bij de lijst.',
      en: 'The mandate has no weighing. It goes with the list.',
    },
  },
  'told-later': {
    article: '14(5)',
    why: {
      nl: 'De burger hoort er pas later van. Een brief zou dat vooraf vertellen.',
      en: 'The citizen is told later. A letter would tell it before.',
    },
  },
} as const satisfies Record<string, Pick<NotAllowed, 'article' | 'why'>>;

/**
 * Dry run: says whom a search would be about, which fields it would read, on what ground, and what would be on record.
 * Asks the authority for the mandate, and nothing else.
 *
 * @param citizens WebIDs; one that is named twice counts once
 * @throws {TypeError} when the question is not complete
 */
export async function planApproach(
  powers: ReadPowers & { readonly vaults: readonly string[] },
  asked: ApproachQuestion,
  citizens: Iterable<string>,
): Promise<ApproachPlanOutcome> {
  const question = parseInput(approachQuestionSchema, asked, 'question');
  await checkQuestion(powers, question);
  const view = await findMandate(powers.authority, question.mandate);
  const { mandate } = view;
  const reason = whyNot(view);
  if (reason !== undefined) return { status: 'not-allowed', reason, ...notAllowed[reason] };
  const whom = [...new Set(citizens)];
  const hash = createHash('sha256').update(JSON.stringify([question, mandate.id, mandate.version]));
  for (const citizen of whom) hash.update(`\n${citizen}`);
  const known = createLawRegister([knownLaws]);
  const elsewhere = whom.filter((citizen) => !isNear(citizen, powers.vaults)).length;
  const reached = whom.length - elsewhere;
  return {
    status: 'planned',
    plan: {
      ...{ digest: hash.digest('hex'), mandate },
      basis: article6Of(mandate.basis) === 'c' ? 'c' : 'e',
      laws: mandate.lawRefs.map((reference) => nameLaw(known, reference, powers.now())),
      citizens: { total: whom.length, elsewhere },
      log: {
        ...{ activity: mandate.activity.id, records: reached, accesses: reached },
        told: mandate.notice.when === 'before' ? 'before' : 'at-once',
      },
    },
  };
}

function nameLaw(laws: LawRegister, reference: LawReference, at: Date): BothLanguages {
  const found = laws.lookUp(reference, at);
  if (!('title' in found)) return { nl: lawInWords(reference), en: lawInWords(reference) };
  const { title } = found;
  return {
    nl: `${title.nl}, artikel ${reference.article}`,
    en: `${title.en ?? title.nl}, article ${reference.article}`,
  };
}

function whyNot({ mandate, state, broken }: MandateView): keyof typeof notAllowed | undefined {
  const letter = article6Of(mandate.basis);
  if (letter !== 'c' && letter !== 'e') return 'basis-not-fit';
  if (mandate.weighing === undefined) return 'not-weighed';
  if (mandate.notice.when === 'delayed') return 'told-later';
  return state !== 'published' || broken.length > 0 ? 'not-published' : undefined;
}

function isNear(citizen: string, vaults: readonly string[]): boolean {
  return URL.canParse(citizen) && vaults.some((base) => covers(base, citizen));
}
