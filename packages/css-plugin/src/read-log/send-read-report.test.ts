import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReadRecord } from '../test-support/make-read-record.ts';
import {
  type AuthorityDouble,
  secret,
  startAuthorityDouble,
} from '../test-support/start-authority-double.ts';
import { sendReadReport } from './send-read-report.ts';

describe(sendReadReport, () => {
  let authority: AuthorityDouble;
  beforeAll(async () => {
    authority = await startAuthorityDouble();
  });
  afterAll(() => authority.stop());

  function options() {
    const baseUrl = 'https://vault.example/';
    return { authority: authority.url, baseUrl, secret: new TextEncoder().encode(secret) };
  }

  it('is over when the authority has the records', async () => {
    const records = [makeReadRecord(), makeReadRecord({ method: 'PUT' })];
    await sendReadReport(records, options());
    expect(authority.received).toEqual(records);
  });

  it('says with which status it was refused', async () => {
    authority.answerReadsWith(401);
    await expect(sendReadReport([makeReadRecord()], options())).rejects.toMatchObject({
      code: 'report_refused',
      status: 401,
      isAboutThisReport: false,
    });
  });

  it('says that the authority did not answer, without saying whose data it was about', async () => {
    const record = makeReadRecord();
    const unreachable = { ...options(), authority: 'http://127.0.0.1:1/' };
    const error = await sendReadReport([record], unreachable).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'authority_unreachable' });
    expect(String(error)).not.toContain(record.owner);
  });
});
