import { randomUUID } from 'node:crypto';
import type { CloudEvent } from '@grondslag/protocol/v1';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventAbout } from '../test-support/event-about.ts';
import { type PlayedServer, playServer, type SeenRequest } from '../test-support/play-server.ts';
import { followEvents } from './follow-events.ts';

const grant = `https://access.example/vc/${randomUUID()}`;
const all = Array.from({ length: 6 }, (_, at) => eventAbout(grant, at + 1));

describe(followEvents, () => {
  let authority: PlayedServer;
  let streams: string[];
  let pages: string[];
  beforeEach(async () => {
    authority = await playServer();
    [streams, pages] = [[], []];
  });
  afterEach(() => authority.close());

  /** Streams some events from where it is asked, and breaks off, or answers with a status; gives pages. */
  function play(eventsOfStream: number, status = 200) {
    authority.answer = ({ path, headers }: SeenRequest) => {
      const url = new URL(path, authority.url);
      if (headers.accept === 'text/event-stream') {
        streams.push(String(headers['last-event-id']));
        if (status !== 200) return { status };
        const after = Number(headers['last-event-id'] ?? 2);
        const next = all.slice(after, after + eventsOfStream);
        return {
          headers: { 'content-type': 'text/event-stream;charset=utf-8' },
          stream(response) {
            response.write(`id: ${after}\nretry: 1000\n\n`);
            for (const event of next) {
              response.write(`id: ${Number(event.sequence)}\ndata: ${JSON.stringify(event)}\n\n`);
            }
            if (next.length > 0) response.write(': still here\n\n', () => response.destroy());
          },
        };
      }
      const after = Number(url.searchParams.get('after'));
      pages.push(String(after));
      return { body: all.slice(after) };
    };
  }
  const powers = () => ({ url: authority.url, fetch, streamFetch: fetch });

  async function take(count: number, after?: string): Promise<CloudEvent[]> {
    const taken: CloudEvent[] = [];
    const signal = AbortSignal.timeout(20_000);
    for await (const event of followEvents(powers(), {
      signal,
      ...(after !== undefined && { after }),
    })) {
      taken.push(event);
      if (taken.length === count) break;
    }
    return taken;
  }

  it('goes on where it was after a stream broke off: each event once', async () => {
    play(2);
    const first = all[0]?.sequence ?? '';
    expect(await take(5, first)).toEqual(all.slice(1));
    expect(streams[0]).toBe('1');
    expect(streams.length + pages.length).toBeGreaterThan(1);
  });

  it('begins now when it is not said where, which the stream tells before there is an event', async () => {
    play(2);
    expect(await take(4)).toEqual(all.slice(2));
    expect(streams[0]).toBe('undefined');
  });

  it('asks for pages where a stream does not come through', async () => {
    play(0, 503);
    expect(await take(2, '4')).toEqual(all.slice(4));
    expect(pages[0]).toBe('4');
  });

  it('passes over what a newer authority tells', async () => {
    play(0, 503);
    const odd = { ...eventAbout(grant, 7), type: 'org.w3id.grondslag.new.v9' };
    const { answer } = authority;
    authority.answer = async (request) =>
      request.path.includes('after=4') ? { body: [odd, ...all.slice(4)] } : await answer(request);
    expect(await take(2, '4')).toEqual(all.slice(4));
  });

  it('ends with the reason of the signal', async () => {
    play(0);
    const reason = new Error('Enough.');
    const ending = new AbortController();
    const waiting = followEvents(powers(), { signal: ending.signal }).next();
    await expect.poll(() => streams.length).toBe(1);
    ending.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });

  it('ends when the login is not accepted', async () => {
    play(0, 401);
    await expect(take(1)).rejects.toMatchObject({ code: 'login_refused' });
  });
});
