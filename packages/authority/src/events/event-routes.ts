import { authorityPaths } from '@grondslag/protocol';
import { eventsQuerySchema } from '@grondslag/protocol/v1';
import { type Context, Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { decodeJwt } from 'jose';
import type { Authenticate } from '../authentication/caller.ts';
import { AuthorityError } from '../errors.ts';
import { identifyCaller } from '../http/identify-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import { describeIssues } from '../http/read-body.ts';
import { type ReadEventsPowers, readEvents } from './read-events.ts';
import { createEventStreams, type StreamPowers } from './stream-events.ts';

const BATCH = 'application/cloudevents-batch+json';
const STREAM = 'text/event-stream';

/** A caller's own events, in pages or as a stream that goes on. */
export function eventRoutes(
  powers: ReadEventsPowers &
    StreamPowers & { readonly baseUrl: string; readonly authenticate: Authenticate },
): Hono {
  const streams = createEventStreams(powers);
  return new Hono().get(`/${authorityPaths.events}`, async (c) => {
    const { webId } = await identifyCaller(c.req, powers);
    const { after, limit } = readQuery(c);
    const media = accepts(c, { header: 'Accept', supports: [BATCH, STREAM], default: BATCH });
    if (media === STREAM) {
      const from = after ?? (await powers.events.head(webId));
      return streams.open(c, { reader: webId, after: from, until: expiryOf(c) });
    }
    const { items, last } = await readEvents(webId, after ?? 0, limit, powers);
    const next = new URL(authorityPaths.events, powers.baseUrl);
    next.searchParams.set('after', String(last));
    next.searchParams.set('limit', String(limit));
    return jsonResponse(
      items.map(({ event }) => event),
      { contentType: BATCH, headers: { Link: `<${next.href}>; rel="next"`, Vary: 'Accept' } },
    );
  });
}

function readQuery({ req }: Context) {
  const parameters = Object.fromEntries(new URL(req.url).searchParams);
  const resumed = req.header('Last-Event-ID');
  const parsed = eventsQuerySchema.safeParse({
    ...parameters,
    ...(resumed !== undefined && { after: resumed }),
  });
  if (parsed.success) return parsed.data;
  throw new AuthorityError('invalid_query', describeIssues(parsed.error));
}

/** When the login ends that was verified before. */
function expiryOf({ req }: Context): Date {
  const token = (req.header('Authorization') ?? '').replace(/^\S+ +/, '');
  return new Date((decodeJwt(token).exp ?? 0) * 1000);
}
