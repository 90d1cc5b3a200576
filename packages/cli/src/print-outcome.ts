import {
  type Answer,
  type DecisionOutcome,
  type FactsOutcome,
  type IncompleteFact,
  type LeftOut,
  type OtherRoute,
  type ProcessingLog,
  type Provenance,
  type ReadOutcome,
  type RequestOutcome,
  reasons,
} from '@grondslag/agency';
import { type ExitCode, exitCodes } from './exit-codes.ts';

/** What a command says and how it ends. */
export interface Report {
  /** Lines for people, on standard output. */
  readonly lines: readonly string[];
  readonly exitCode: ExitCode;
}

/** What came of `request`, for people. */
export function reportRequest(outcome: RequestOutcome): Report {
  switch (outcome.status) {
    case 'requested':
      return done([
        `Requested: ${outcome.request.id}`,
        `Next: grondslag wait ${outcome.request.id}`,
      ]);
    case 'no-vault':
      return negative(`No vault found (${outcome.reason}).`, outcome.otherRoute);
    case 'refused': {
      const { rule, article, why, advice, otherRoute } = outcome;
      const what = `Refused: ${rule} (art. ${article}). ${why.en} ${advice.en}`;
      return negative(what, otherRoute);
    }
  }
}

/** What came of `wait`, for people. */
export function reportDecision(outcome: DecisionOutcome): Report {
  switch (outcome.status) {
    case 'granted':
      return done([
        `Granted: ${outcome.grant.id}`,
        ...outcome.notGranted.map(
          ({ claimType, required }) => `Not granted: ${claimType}${required ? ' (required)' : ''}`,
        ),
        `Next: grondslag read ${outcome.grant.id} --query …`,
      ]);
    case 'denied':
      return negative(
        outcome.reason === undefined ? 'Denied.' : `Denied: “${oneLine(outcome.reason)}”`,
        outcome.otherRoute,
      );
    case 'pending':
      return negative('Not decided yet. Wait again when it suits.', outcome.otherRoute);
    case 'expired':
      return negative('The request ended without a decision.', outcome.otherRoute);
    case 'canceled':
      return negative('The request was taken back.', outcome.otherRoute);
  }
}

/** What came of `read`, for people. */
export function reportRead(outcome: ReadOutcome): Report {
  switch (outcome.status) {
    case 'read':
      return done([
        ...answerLines(outcome.answer),
        '',
        ...outcome.claims.map(verifiedLine),
        ...aboutRead(outcome),
      ]);
    case 'not-verified':
      return notVerified('Nothing could be verified.', outcome);
    case 'no-access':
      return noAccess(outcome);
  }
}

/** What came of `read --kind`, for people. */
export function reportFacts(
  outcome: FactsOutcome<Record<string, unknown>>,
  fields: readonly string[],
): Report {
  switch (outcome.status) {
    case 'read':
      return done([
        fields.join('\t'),
        ...outcome.facts.map(({ values }) => rowOf(values, fields)),
        '',
        ...outcome.facts.map(({ provenance }) => verifiedLine(provenance)),
        ...outcome.incomplete.map(incompleteLine),
        ...aboutRead(outcome),
      ]);
    case 'not-verified': {
      const { lines, exitCode } = notVerified('No whole fact could be verified.', outcome);
      return { lines: [...lines, ...outcome.incomplete.map(incompleteLine)], exitCode };
    }
    case 'no-access':
      return noAccess(outcome);
  }
}

function rowOf(values: Readonly<Record<string, unknown>>, fields: readonly string[]): string {
  return fields.map((name) => oneLine(String(values[name] ?? ''))).join('\t');
}

function incompleteLine({ provenance, missing }: IncompleteFact<Record<string, unknown>>): string {
  return `Incomplete: ${provenance.credential} has no ${missing.join(', ')}.`;
}

function verifiedLine({
  credential,
  source,
  statusCheckedAt,
}: Pick<Provenance, 'credential' | 'source' | 'statusCheckedAt'>): string {
  return `Verified: ${source.name.nl}, ${credential}, status of ${statusCheckedAt.toISOString()}`;
}

function aboutRead({
  disputed,
  leftOut,
}: Pick<Extract<ReadOutcome, { status: 'read' }>, 'disputed' | 'leftOut'>): string[] {
  return [
    ...disputed.map(
      ({ resource, disputedAt }) =>
        `Disputed: ${resource}. The citizen reported an error on ${disputedAt.slice(0, 10)}; the source has not answered. Do not decide on this alone.`,
    ),
    ...leftOut.map(leftOutLine),
  ];
}

function notVerified(
  what: string,
  {
    otherRoute,
    leftOut,
  }: { readonly otherRoute: OtherRoute; readonly leftOut: readonly LeftOut[] },
): Report {
  const { lines, exitCode } = negative(what, otherRoute);
  return { lines: [...lines, ...leftOut.map(leftOutLine)], exitCode };
}

function noAccess({
  reason,
  detail,
  otherRoute,
}: Extract<ReadOutcome, { status: 'no-access' }>): Report {
  return negative(`No access (${reason}): ${detail}`, otherRoute);
}

/** Own processing records, oldest first, for people. */
export function reportLog({ records, damagedLines }: ProcessingLog): Report {
  const lines = records.map(({ start_time, end_time, status, attributes, trace_id }) =>
    [
      new Date(start_time).toISOString(),
      status,
      `${end_time - start_time} ms`,
      `subject ${attributes['dpl.core.data_subject_id'].slice(0, 12)}…`,
      attributes['dpl.core.processing_activity_id'],
      `trace ${trace_id}`,
    ].join('  '),
  );
  const damaged = damagedLines.map((line) => `Line ${line} of the log is damaged.`);
  return done([...(lines.length > 0 ? lines : ['No processing records yet.']), ...damaged]);
}

function done(lines: readonly string[]): Report {
  return { lines, exitCode: exitCodes.ok };
}

/** A no, or not yet, with the way without a vault. */
export function negative(what: string, otherRoute: OtherRoute | undefined): Report {
  return {
    lines: [what, ...(otherRoute ? [`Other route: ${otherRouteLine(otherRoute)}`] : [])],
    exitCode: exitCodes.expectedNegative,
  };
}

function otherRouteLine({ text, url, phone }: OtherRoute): string {
  return [text.nl, url, phone].filter((part) => part !== undefined).join(' · ');
}

function leftOutLine({ resource, reason, detail }: LeftOut): string {
  const { article, why } = reasons[reason];
  return `Left out: ${resource} (${reason}${detail ? `, ${detail}` : ''}; article ${article}). ${why.en}`;
}

/** An answer, a line for each row. */
export function answerLines(answer: Answer): string[] {
  switch (answer.form) {
    case 'ask':
      return [answer.value ? 'yes' : 'no'];
    case 'construct':
      return [answer.nquads.trimEnd()];
    case 'select':
      return [
        answer.variables.join('\t'),
        ...answer.rows.map((row) =>
          answer.variables.map((name) => oneLine(row[name]?.value ?? '')).join('\t'),
        ),
      ];
  }
}

/** Words of others must not move the cursor of a terminal or begin a line of ours. */
export function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
