import { authorityPaths } from '@grondslag/protocol';
import { Hono } from 'hono';
import type { Authenticate } from '../authentication/caller.ts';
import type { HelperStore } from '../helpers/helper-store.ts';
import { identifyActor } from '../helpers/identify-actor.ts';
import { type ListReadsPowers, listReads } from '../log/list-reads.ts';
import { type ReportPowers, receiveReadReport } from '../log/receive-read-report.ts';
import { jsonResponse } from './json-response.ts';
import type { Log } from './log.ts';
import { readTextBody } from './read-body.ts';

/** 500 records, base64. */
const MAX_REPORT_BYTES = 2_097_152;

/** The log of reads: vault servers add to it, citizens and agencies see their own lines. */
export function readLogRoutes(
  powers: ReportPowers &
    ListReadsPowers & {
      readonly authenticate: Authenticate;
      readonly helpers: HelperStore;
      readonly log: Log;
    },
): Hono {
  return new Hono()
    .post(`/${authorityPaths.reads}`, async (c) => {
      const outcome = await receiveReadReport(await readTextBody(c.req, MAX_REPORT_BYTES), powers);
      if (outcome.dropped > 0) {
        powers.log({ level: 'warn', event: 'read_records_dropped', count: outcome.dropped });
      }
      return jsonResponse(outcome);
    })
    .get(`/${authorityPaths.reads}`, async (c) => {
      const actor = await identifyActor(c.req, powers, 'reads');
      return jsonResponse(await listReads(new URL(c.req.url).searchParams, actor, powers));
    });
}
