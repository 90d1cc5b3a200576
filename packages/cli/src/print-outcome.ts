import {
  type Answer,
  type DecisionOutcome,
  type LeftOut,
  type OtherRoute,
  type ProcessingLog,
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
        ...outcome.claims.map(
          ({ credential, source, statusCheckedAt }) =>
            `Verified: ${source.name.nl}, ${credential}, status of ${statusCheckedAt.toISOString()}`,
        ),
        ...outcome.disputed.map(
          ({ resource, disputedAt }) =>
            `Disputed: ${resource}. The citizen reported an error on ${disputedAt.slice(0, 10)}; the source has not answered. Do not decide on this alone.`,
        ),
        ...outcome.leftOut.map(leftOutLine),
      ]);
    case 'not-verified': {
      const { lines, exitCode } = negative('Nothing could be verified.', outcome.otherRoute);
      return { lines: [...lines, ...outcome.leftOut.map(leftOutLine)], exitCode };
    }
    case 'no-access':
      return negative(`No access (${outcome.reason}): ${outcome.detail}`, outcome.otherRoute);
  }
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

function negative(what: string, otherRoute: OtherRoute | undefined): Report {
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
