import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CloudEvent, createWebhookReceiver } from '@grondslag/agency';
import {
  createTestAuthority,
  grantBody,
  issue,
  type TestAuthority,
} from '@grondslag/authority/test-support/create-test-authority';
import { addWebhookTo, sendWebhooks } from '@grondslag/authority/test-support/send-webhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The authority's own sender, and the receiver of the kit in a server of Node. */
describe('webhooks of the authority arrive at an agency', () => {
  let authority: TestAuthority;
  let server: Server;
  let url: string;
  const events: CloudEvent[] = [];
  const problems: unknown[] = [];
  const failures: Error[] = [];

  beforeAll(async () => {
    authority = await createTestAuthority();
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`;
    const secret = await addWebhookTo(authority, authority.bob, url);
    const { listener } = createWebhookReceiver({
      secrets: [secret],
      async handle(event) {
        const failure = failures.pop();
        if (failure) throw failure;
        events.push(event);
      },
      onProblem: (problem) => problems.push(problem),
    });
    server.on('request', listener);
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await authority.close();
  });

  const newGrant = async () => (await issue(authority, authority.alice, grantBody(authority))).id;

  it('signed, in order', async () => {
    const grants = [await newGrant(), await newGrant()];
    await sendWebhooks(authority, url);
    expect(events.map(({ subject }) => subject)).toEqual(grants);
    expect(events.map(({ type }) => type)).toEqual(
      grants.map(() => 'org.w3id.grondslag.access-grant.issued.v1'),
    );
    expect(problems).toEqual([]);
  });

  it('again, when the agency could not deal with it', async () => {
    const failure = new Error('The database is away.');
    failures.push(failure);
    const grant = await newGrant();
    await sendWebhooks(authority, url);
    expect(problems).toEqual([failure]);
    authority.advance(6_000);
    await sendWebhooks(authority, url);
    expect(events.at(-1)?.subject).toBe(grant);
    expect(events).toHaveLength(3);
  });

  it('not from who has another secret', async () => {
    await authority.database.db
      .updateTable('webhook')
      .set({ secret: `whsec_${Buffer.alloc(32).toString('base64')}` })
      .execute();
    await newGrant();
    await sendWebhooks(authority, url);
    expect(problems.at(-1)).toMatchObject({ code: 'webhook_refused' });
    expect(events).toHaveLength(3);
  });
});
