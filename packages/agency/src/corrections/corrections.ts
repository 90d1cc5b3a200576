import type { NarrowedClaim } from '@grondslag/claims';
import {
  type CorrectionState,
  type CorrectionView,
  correctionViewSchema,
  type DisputedFact,
  type Doubt,
  disputedFactSchema,
  newAgencyReportSchema,
  newCorrectionStepSchema,
} from '@grondslag/legal-basis';
import { authorityPaths, covers } from '@grondslag/protocol';
import * as z from 'zod';
import type { AuthorityConnection } from '../connect-authority.ts';
import { AgencyError } from '../errors.ts';
import { callRegister } from '../legal-basis/call-register.ts';
import { parseInput } from '../legal-basis/parse-input.ts';
import type { Trace } from '../trace.ts';

const PAGE_SIZE = 100;
const MAX_PAGES = 50;
const reportsSchema = z.object({ items: z.array(correctionViewSchema) });
const disputedSchema = z.object({ items: z.array(disputedFactSchema) });

/** What a source does with a report: examines, corrects, or rejects it with reasons. */
export type CorrectionAnswerInput = z.input<typeof newCorrectionStepSchema>;

/** What an agency doubts of a fact that it read. */
export interface DoubtedFact {
  /** Names of the fields; their values do not travel, the source has its own. */
  readonly fields: readonly string[];
  /** Why, from a closed list. */
  readonly doubt: Doubt;
}

/** A fact as it was read: a verified claim, or the provenance of a typed fact. */
export type ReportedFact = Pick<NarrowedClaim, 'resource' | 'credential' | 'claimType'> & {
  readonly source: Pick<NarrowedClaim['source'], 'id'>;
};

/** Reports an error in a fact to its source, as who read it under this access. */
export async function reportError(
  authority: AuthorityConnection,
  access: string,
  { resource, credential, claimType, source }: ReportedFact,
  { fields, doubt }: DoubtedFact,
): Promise<CorrectionView> {
  const report = {
    ...{ access, resource, credential, claimType, doubt },
    source: source.id,
    fields: fields.map((name) => ({ name })),
  };
  return callRegister(authority, {
    method: 'POST',
    path: authorityPaths.corrections,
    body: parseInput(newAgencyReportSchema, report, 'report'),
    schema: correctionViewSchema,
    what: 'the report',
  });
}

/** Errors reported in facts of this source, and by this agency, newest first; all pages. */
export async function listCorrections(
  authority: AuthorityConnection,
  state?: CorrectionState,
): Promise<readonly CorrectionView[]> {
  const found: CorrectionView[] = [];
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const last = found.at(-1)?.correction.id.split('/').at(-1);
    const search = new URLSearchParams({
      limit: String(PAGE_SIZE),
      ...(state !== undefined && { state }),
      ...(last !== undefined && { before: last }),
    });
    const { items } = await callRegister(authority, {
      path: `${authorityPaths.corrections}?${search}`,
      schema: reportsSchema,
      what: 'the reports',
    });
    found.push(...items);
    if (items.length < PAGE_SIZE) return found;
  }
  throw new AgencyError(
    'invalid_response',
    `Expected at most ${MAX_PAGES * PAGE_SIZE} reports from the authority, got more. Ask by state.`,
  );
}

/** Says what this source does with a report; a rejection says why (Article 12(4) GDPR). */
export function answerCorrection(
  authority: AuthorityConnection,
  id: string,
  answer: CorrectionAnswerInput,
): Promise<CorrectionView> {
  const base = `${new URL(authorityPaths.corrections, authority.url).href}/`;
  if (!URL.canParse(id) || !covers(base, id)) {
    throw new AgencyError(
      'credential_not_found',
      `Expected the id of a report, which begins with ${base}.`,
    );
  }
  return callRegister(authority, {
    method: 'POST',
    path: `${id}/steps`,
    body: parseInput(newCorrectionStepSchema, answer, 'answer'),
    schema: correctionViewSchema,
    what: 'the report',
  });
}

/** Facts that a citizen disputes now, of those this agency read or may read; twenty at most. */
export async function listDisputedFacts(
  authority: AuthorityConnection,
  citizen: string,
  trace?: Trace,
): Promise<readonly DisputedFact[]> {
  const { items } = await callRegister(authority, {
    path: `${authorityPaths.disputedFacts}?${new URLSearchParams({ citizen })}`,
    schema: disputedSchema,
    what: 'what the citizen disputes',
    ...(trace && { trace }),
  });
  return items;
}
