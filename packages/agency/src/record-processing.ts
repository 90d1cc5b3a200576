import { createHmac, hkdfSync } from 'node:crypto';
import { g } from '@grondslag/vocab';
import * as z from 'zod';
import { AgencyError } from './errors.ts';
import type { Trace } from './trace.ts';

/**
 * One line of the agency's processing log: one read about one citizen (Logboek Dataverwerkingen, LDV).
 *
 * Which grant or lawful access was used is an own attribute, so that the line can be laid beside what the citizen sees.
 *
 * @see {@link https://gitdocumentatie.logius.nl/publicatie/logboek/dataverwerkingen | Logboek Dataverwerkingen}
 */
export const processingRecordSchema = z.strictObject({
  /** 16 bytes, hex. */
  trace_id: z.string().regex(/^[0-9a-f]{32}$/),
  /** 8 bytes, hex. */
  span_id: z.string().regex(/^[0-9a-f]{16}$/),
  parent_span_id: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .exactOptional(),
  status: z.enum(['Unset', 'Ok', 'Error']),
  name: z.string(),
  /** Milliseconds since 1970. */
  start_time: z.int().nonnegative(),
  /** Milliseconds since 1970. */
  end_time: z.int().nonnegative(),
  attributes: z.looseObject({
    /** URI in the register of processing activities; the access request when the question named none. */
    'dpl.core.processing_activity_id': z.url(),
    /** Pseudonym: the same citizen gives the same value, under the agency's own key. */
    'dpl.core.data_subject_id': z.string(),
    'dpl.core.data_subject_id_type': z.string(),
    /** The grant that was read under; absent for lawful access. */
    'grondslag.access_grant': z.url().exactOptional(),
    /** The lawful access that was read under; absent for a grant. */
    'grondslag.lawful_access': z.url().exactOptional(),
  }),
});
export type ProcessingRecord = z.infer<typeof processingRecordSchema>;

/** Writes one record; resolves when it is kept. */
export type RecordProcessing = (record: ProcessingRecord) => Promise<void>;

/** What a record says about a read. */
export interface Processing {
  readonly trace: Trace;
  readonly status: 'Ok' | 'Error';
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly processingActivity: string;
  /** WebID; goes into the record as a pseudonym only. */
  readonly citizen: string;
  /** What was read under: its id, and whether the citizen granted it. */
  readonly opening: { readonly id: string; readonly kind: 'grant' | 'lawful-access' };
}

/** Makes pseudonyms of citizens: HMAC-SHA-256 under a key that is derived from `secret`. */
export function createPseudonymizer(secret: string): (citizen: string) => string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'grondslag processing record', 32));
  return (citizen) => createHmac('sha256', key).update(citizen).digest('hex');
}

/**
 * Writes the processing record of one read and waits until it is kept.
 *
 * @throws {AgencyError} `log_unavailable` when the log did not take it; then nothing read may be used
 */
export async function recordRead(
  write: RecordProcessing,
  pseudonymOf: (citizen: string) => string,
  processing: Processing,
): Promise<void> {
  const { trace, status, startedAt, endedAt, processingActivity, citizen, opening } = processing;
  const record: ProcessingRecord = {
    trace_id: trace.traceId,
    span_id: trace.spanId,
    ...(trace.parentSpanId && { parent_span_id: trace.parentSpanId }),
    status,
    name: 'Gegevens lezen uit een datakluis',
    start_time: startedAt.getTime(),
    end_time: endedAt.getTime(),
    attributes: {
      'dpl.core.processing_activity_id': processingActivity,
      'dpl.core.data_subject_id': pseudonymOf(citizen),
      'dpl.core.data_subject_id_type': g.PseudonymousWebId,
      [opening.kind === 'grant' ? 'grondslag.access_grant' : 'grondslag.lawful_access']: opening.id,
    },
  };
  try {
    await write(record);
  } catch (cause) {
    throw new AgencyError(
      'log_unavailable',
      'Expected the processing log to keep the record of this read, it did not. No data was handed over; repair the log and read again.',
      { cause },
    );
  }
}
