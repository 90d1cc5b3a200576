import type { LeftOutReason, NarrowedClaim } from '@grondslag/claims';
import type { Answer, Term } from '@grondslag/claims/query';
import type { DataNeed, Rule } from '@grondslag/legal-basis';
import type { OtherRoute } from '@grondslag/protocol';
import { XSD } from '@grondslag/vocab';
import type { AgencyErrorCode, NoAccessReason } from '../errors.ts';
import type { NoVaultReason } from '../find-vault.ts';
import type { FailedRead } from '../many/read-patiently.ts';
import type { ReadOutcome } from '../outcomes.ts';
import type { ApproachQuestion, BothLanguages } from './approach-question.ts';

/** What stands behind a reason. */
export interface DecidingClaim {
  readonly claimType: string;
  readonly credential: string;
  readonly source: NarrowedClaim['source']['name'];
  readonly sourceId: string;
  /** When its source last said that it holds. */
  readonly statusCheckedAt: Date;
}

/** Somebody to approach: a suggestion to a person, who decides and sends. */
export interface ToApproach {
  readonly status: 'approach';
  /** What decided: the answer of the query, a row for each. */
  readonly facts: readonly Readonly<Record<string, Term>>[];
  readonly restsOn: readonly DecidingClaim[];
  /** For the citizen, in plain words. */
  readonly reason: BothLanguages;
}

/** What came of one citizen. Of who is not approached no fact is handed over. */
export type ApproachOutcome =
  | ToApproach
  | { readonly status: 'does-not-qualify' }
  /** A kind of fact is not in the vault, so the query says nothing. */
  | {
      readonly status: 'facts-missing';
      readonly kinds: readonly string[];
      readonly otherRoute: OtherRoute;
    }
  /** Something is there that cannot be believed, so the query does not say no either. */
  | {
      readonly status: 'not-verified';
      readonly reasons: readonly LeftOutReason[];
      readonly otherRoute: OtherRoute;
    }
  /** The citizen reported an error in what decided: not on this alone (Articles 5(1)(d) and 18(1)(a) GDPR). */
  | { readonly status: 'disputed'; readonly otherRoute: OtherRoute }
  /** The citizen objected (Article 21 GDPR): not looked at, and left alone. */
  | { readonly status: 'objected' }
  /** Told before; from then on a run reads. */
  | { readonly status: 'waiting'; readonly from?: Date }
  | { readonly status: 'no-vault'; readonly reason: NoVaultReason; readonly otherRoute: OtherRoute }
  /** A rule, or the end of the access, stands in the way. */
  | {
      readonly status: 'no-access';
      readonly reason: NoAccessReason | 'unknown-grant' | Rule;
      readonly otherRoute: OtherRoute;
    }
  /** The next run tries again. */
  | {
      readonly status: 'failed';
      readonly code: AgencyErrorCode | 'unexpected';
      readonly detail: string;
    };

/** What a read says of one citizen. */
export function judgeRead(
  read: ReadOutcome | FailedRead,
  { reason, otherRoute }: ApproachQuestion,
  dataNeeds: readonly DataNeed[],
): ApproachOutcome {
  switch (read.status) {
    case 'failed': {
      const { status, code, detail } = read;
      return { status, code, detail };
    }
    case 'no-access':
      if (read.reason === 'objected' || read.reason === 'waiting') return { status: read.reason };
      return { status: 'no-access', reason: read.reason, otherRoute };
    case 'not-verified':
      return withoutFacts(read.leftOut, dataNeeds, [], otherRoute);
    case 'read': {
      const { answer, claims, disputed, leftOut } = read;
      const rows = answer.form === 'select' ? answer.rows : [];
      if (rows.length === 0) return withoutFacts(leftOut, dataNeeds, claims, otherRoute);
      if (disputed.length > 0) return { status: 'disputed', otherRoute };
      return {
        status: 'approach',
        facts: rows.map(literalsOf),
        restsOn: decidingClaims(claims, rows),
        reason: { nl: fillText(reason.nl, rows, 'nl'), en: fillText(reason.en, rows, 'en') },
      };
    }
  }
}

/** Detail of what was left out because nobody asked for it. */
const NOT_ASKED = 'not asked for';

type Rows = Extract<Answer, { form: 'select' }>['rows'];

function withoutFacts(
  leftOut: Extract<ReadOutcome, { status: 'not-verified' }>['leftOut'],
  dataNeeds: readonly DataNeed[],
  claims: readonly NarrowedClaim[],
  otherRoute: OtherRoute,
): ApproachOutcome {
  const reasons = leftOut.filter(({ detail }) => detail !== NOT_ASKED).map(({ reason }) => reason);
  if (reasons.length > 0) {
    return { status: 'not-verified', reasons: [...new Set(reasons)], otherRoute };
  }
  const there = new Set<string>(claims.map(({ claimType }) => claimType));
  const kinds = dataNeeds.map(({ claimType }) => claimType).filter((kind) => !there.has(kind));
  return kinds.length > 0
    ? { status: 'facts-missing', kinds, otherRoute }
    : { status: 'does-not-qualify' };
}

/** Those whose graph the query names, else all that were verified. */
function decidingClaims(claims: readonly NarrowedClaim[], rows: Rows): DecidingClaim[] {
  const named = new Set(rows.flatMap((row) => Object.values(row).map(({ value }) => value)));
  const deciding = claims.filter(({ graph }) => named.has(graph));
  return (deciding.length > 0 ? deciding : claims).map(
    ({ claimType, credential, source, statusCheckedAt }) => ({
      ...{ claimType, credential, statusCheckedAt },
      ...{ source: source.name, sourceId: source.id },
    }),
  );
}

/** Values only: the graphs and nodes that a query names say nothing to anybody. */
function literalsOf(row: Rows[number]): Record<string, Term> {
  return Object.fromEntries(
    Object.entries(row).filter(([, { termType }]) => termType === 'Literal'),
  );
}

/** A sentence for each row; the same one once. */
export function fillText(
  template: string,
  rows: ToApproach['facts'],
  language: 'nl' | 'en',
): string {
  const filled = rows.map((row) =>
    template.replaceAll(/\{(\w+)\}/g, (_, name: string) => sayValue(row[name], language)),
  );
  return [...new Set(filled)].join(' ');
}

const numbers = new Set(
  ['integer', 'decimal', 'double', 'float', 'int', 'long', 'nonNegativeInteger'].map(
    (name) => XSD + name,
  ),
);
const locales = { nl: 'nl-NL', en: 'en-GB' } as const;

function sayValue(term: Term | undefined, language: 'nl' | 'en'): string {
  if (term === undefined) return '…';
  const { datatype = '', value } = Object(term) as { datatype?: string; value: string };
  if (numbers.has(datatype) && Number.isFinite(Number(value))) {
    const decimals = /\.\d*[1-9]/.test(value) ? 2 : 0;
    return Number(value).toLocaleString(locales[language], {
      ...{ minimumFractionDigits: decimals, maximumFractionDigits: decimals },
    });
  }
  if (datatype === `${XSD}date` && !Number.isNaN(Date.parse(value))) {
    return new Date(value).toLocaleDateString(locales[language], {
      dateStyle: 'long',
      timeZone: 'UTC',
    });
  }
  return value;
}
