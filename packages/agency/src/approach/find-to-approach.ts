import type { AgencyVerbs } from '../create-agency.ts';
import { AgencyError } from '../errors.ts';
import { parseInput } from '../legal-basis/parse-input.ts';
import { requestLawfulAccess } from '../legal-basis/request-lawful-access.ts';
import { inParallel } from '../many/in-parallel.ts';
import type { ReadPowers } from '../read-verified.ts';
import { type ApproachQuestion, approachQuestionSchema } from './approach-question.ts';
import { type ApproachOutcome, judgeRead } from './judge-read.ts';
import { type ApproachPlan, planApproach } from './plan-approach.ts';

/** How a search runs. */
export interface ApproachOptions {
  /** `digest` of the dry run. */
  readonly plan: string;
  /** Accesses that an earlier run of this plan was given, by citizen: they are used, and nobody is told twice. */
  readonly accesses?: ReadonlyMap<string, string>;
  /** Told of each access that is given, before anything is read under it. */
  readonly onAccess?: (citizen: string, access: string) => Promise<void> | void;
  readonly signal?: AbortSignal;
}

/** What came of one citizen. */
export interface ApproachFound {
  /** WebID. */
  readonly citizen: string;
  /** Id of the lawful access, where there is one. */
  readonly access?: string;
  readonly outcome: ApproachOutcome;
}

interface FindPowers extends ReadPowers {
  readonly vaults: readonly string[];
  readonly readMany: AgencyVerbs['readMany'];
}

const ASK_AT_ONCE = 8;
const DAY_MILLISECONDS = 86_400_000;
/** What is read is read at once; the access need not last as long as the mandate allows (Article 5(1)(e) GDPR). */
const ACCESS_DAYS = 2;
/** Not about one citizen: every other would fail alike. */
const ENDS_THE_RUN = ['login_refused', 'log_unavailable'];

/**
 * Finds who is to be approached, as the dry run said: asks for access under the mandate, reads, and says of each citizen
 * what came of it, as they end. Nothing is decided about anybody: a person looks at the list and sends the letters
 * (Article 22 GDPR).
 *
 * @throws {TypeError} when the dry run was of something else, or the mandate has changed since
 */
export async function* findToApproach(
  powers: FindPowers,
  asked: ApproachQuestion,
  citizens: Iterable<string>,
  { plan: digest, accesses, onAccess, signal }: ApproachOptions,
): AsyncGenerator<ApproachFound, void, undefined> {
  const whom = [...new Set(citizens)];
  const question = parseInput(approachQuestionSchema, asked, 'question');
  const planned = await planApproach(powers, question, whom);
  if (planned.status === 'not-allowed') {
    throw new TypeError(`Expected a mandate that allows this: ${planned.why.en} Do a dry run.`);
  }
  const { plan } = planned;
  if (plan.digest !== digest) {
    throw new TypeError(
      'Expected the digest of a dry run of this question, these citizens and the mandate as it is now; got another. Do a dry run, and look at it.',
    );
  }
  const citizenOf = new Map<string, string>();
  let withoutRead: ApproachFound[] = [];
  async function* given(): AsyncGenerator<string> {
    const options = { atOnce: ASK_AT_ONCE, signal };
    const ask = (citizen: string) =>
      askFor(powers, question, plan, citizen, accesses?.get(citizen));
    for await (const found of inParallel(whom, options, ask)) {
      if ('outcome' in found) withoutRead.push(found);
      else {
        if (!accesses?.has(found.citizen)) await onAccess?.(found.citizen, found.access);
        if (found.from !== undefined) {
          const outcome = { status: 'waiting', from: found.from } as const;
          withoutRead.push({ citizen: found.citizen, access: found.access, outcome });
          continue;
        }
        citizenOf.set(found.access, found.citizen);
        yield found.access;
      }
    }
  }
  const reads = powers.readMany(given(), { query: question.query, ...(signal && { signal }) });
  for await (const { access, outcome } of reads) {
    yield* withoutRead;
    withoutRead = [];
    const citizen = citizenOf.get(access) ?? '';
    citizenOf.delete(access);
    yield { citizen, access, outcome: judgeRead(outcome, question, plan.mandate.dataNeeds) };
  }
  yield* withoutRead;
}

type Asked =
  | { readonly citizen: string; readonly access: string; readonly from?: Date }
  | ApproachFound;

async function askFor(
  powers: FindPowers,
  { otherRoute }: ApproachQuestion,
  { mandate }: ApproachPlan,
  citizen: string,
  known: string | undefined,
): Promise<Asked> {
  if (known !== undefined) return { citizen, access: known };
  const waitDays = mandate.notice.when === 'before' ? mandate.notice.waitDays : 0;
  const until = new Date(powers.now().getTime() + (waitDays + ACCESS_DAYS) * DAY_MILLISECONDS);
  const end = new Date(mandate.validUntil);
  try {
    const answer = await requestLawfulAccess(powers, {
      ...{ mandate: mandate.id, citizen, otherRoute },
      until: until < end ? until : end,
    });
    switch (answer.status) {
      case 'allowed':
        return { citizen, access: answer.access.id };
      case 'waiting':
        return { citizen, access: answer.access.id, from: answer.from };
      case 'suspended':
        return { citizen, outcome: { status: 'objected' } };
      case 'no-vault':
        return { citizen, outcome: answer };
      case 'refused':
        return {
          citizen,
          outcome:
            answer.rule === 'objection_upheld' || answer.rule === 'objection_open'
              ? { status: 'objected' }
              : { status: 'no-access', reason: answer.rule, otherRoute },
        };
    }
  } catch (error) {
    if (!(error instanceof AgencyError) || ENDS_THE_RUN.includes(error.code)) throw error;
    const { code, message: detail } = error;
    return { citizen, outcome: { status: 'failed', code, detail } };
  }
}
