import {
  authorityPaths,
  READ_REPORT_TYPE,
  type ReadRecord,
  type ReadReport,
  VAULT_MESSAGE_MEDIA_TYPE,
} from '@grondslag/protocol';
import { SignJWT } from 'jose';
import { CssPluginError, ReportRefusedError } from '../errors.ts';

const REPORT_VALID_FOR_SECONDS = 60;
const TIMEOUT_MS = 10_000;

export interface SendReadReportOptions {
  readonly authority: string;
  readonly baseUrl: string;
  readonly secret: Uint8Array;
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => Date;
  /** Gives up earlier than the time-out. */
  readonly signal?: AbortSignal;
}

/**
 * Tells the authority what was done under grants; resolves when the authority has it.
 *
 * @throws {CssPluginError} `authority_unreachable`.
 * @throws {ReportRefusedError} when the authority answered, but not with 2xx.
 */
export async function sendReadReport(
  records: readonly ReadRecord[],
  {
    authority,
    baseUrl,
    secret,
    fetch = globalThis.fetch,
    now = () => new Date(),
    signal,
  }: SendReadReportOptions,
): Promise<void> {
  const iat = Math.floor(now().getTime() / 1000);
  const report: ReadReport = {
    iss: baseUrl,
    aud: authority,
    iat,
    exp: iat + REPORT_VALID_FOR_SECONDS,
    records: [...records],
  };
  const body = await new SignJWT({ ...report })
    .setProtectedHeader({ alg: 'HS256', typ: READ_REPORT_TYPE })
    .sign(secret);
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  let response: Response;
  try {
    response = await fetch(new URL(authorityPaths.reads, authority), {
      method: 'POST',
      headers: { 'content-type': VAULT_MESSAGE_MEDIA_TYPE },
      body,
      redirect: 'error',
      signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
    });
    await response.body?.cancel();
  } catch (cause) {
    throw new CssPluginError(
      'authority_unreachable',
      `Expected the authority to answer a read report within ${TIMEOUT_MS} ms, it did not. The records are kept and sent again.`,
      { cause },
    );
  }
  if (!response.ok) throw new ReportRefusedError(response.status);
}
