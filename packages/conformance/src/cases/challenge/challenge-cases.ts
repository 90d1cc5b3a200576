import type { ConformanceCase } from '../../run/case.ts';
import { expectEqual, expectStatus, expectThat, skip } from '../../run/expect.ts';
import { challengesOf, ticketFor, umaChallengeOf } from '../../wire/challenge.ts';
import { openToAll } from '../../wire/open-to-all.ts';
import { sections } from '../../wire/terms.ts';

const shared = { checklist: 1, level: 'MUST', see: sections.umaChallenge } as const;

/** What a vault server answers to someone without a login. */
export const challengeCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'challenge-status',
    title: 'an anonymous GET of a private resource is answered 401',
    run: async ({ scratch }) => expectStatus(await fetch(await scratch.file()), 401),
  },
  {
    ...shared,
    id: 'challenge-uma-first',
    title: 'the first challenge is UMA, in upper case: discovery looks at the first only',
    see: sections.libraries,
    async run({ scratch }) {
      const [first] = challengesOf(await fetch(await scratch.file()));
      expectEqual('first scheme', first?.scheme, 'UMA');
    },
  },
  {
    ...shared,
    id: 'challenge-quoted',
    title: 'as_uri and ticket are quoted',
    async run({ scratch }) {
      umaChallengeOf(await fetch(await scratch.file()));
    },
  },
  {
    ...shared,
    id: 'challenge-names-authority',
    title: 'as_uri leads to the metadata of this authority',
    async run({ scratch, authority }) {
      const { authority: named } = umaChallengeOf(await fetch(await scratch.file()));
      expectEqual('origin of as_uri', new URL(named).origin, new URL(authority.token).origin);
    },
  },
  {
    ...shared,
    id: 'challenge-exposed',
    title: 'a page of another origin may read the challenge',
    see: sections.cors,
    async run({ scratch }) {
      const response = await fetch(await scratch.file(), {
        headers: { origin: 'https://app.example' },
      });
      const exposed = response.headers.get('access-control-expose-headers') ?? '';
      expectThat(
        /(^|[,\s])www-authenticate([,\s]|$)/i.test(exposed),
        'WWW-Authenticate exposed',
        exposed,
      );
    },
  },
  {
    ...shared,
    id: 'challenge-own-login-kept',
    title: "the vault server's own challenge is kept behind it, without as_uri",
    see: sections.bearer,
    async run({ scratch }) {
      const [, ...others] = challengesOf(await fetch(await scratch.file()));
      expectThat(
        others.some(({ scheme }) => /^(Bearer|DPoP)$/.test(scheme)) &&
          others.every(({ parameters }) => !parameters.has('as_uri')),
        'Bearer or DPoP after UMA',
        others.map(({ text }) => text),
      );
    },
  },
  ...(['HEAD', 'PUT', 'DELETE'] as const).map(
    (method): ConformanceCase => ({
      ...shared,
      id: `challenge-on-${method.toLowerCase()}`,
      title: `an anonymous ${method} of a private resource is answered with a ticket as well`,
      async run({ scratch }) {
        const response = await fetch(await scratch.file(), {
          method,
          ...(method === 'PUT' && { body: 'changed', headers: { 'content-type': 'text/plain' } }),
        });
        await expectStatus(response, 401);
        umaChallengeOf(response);
      },
    }),
  ),
  {
    ...shared,
    id: 'challenge-container',
    title: 'a private container is answered with a ticket',
    async run({ scratch }) {
      const { url } = await scratch.container();
      const response = await fetch(url);
      await expectStatus(response, 401);
      umaChallengeOf(response);
    },
  },
  {
    ...shared,
    id: 'challenge-missing-resource',
    title: 'a resource that does not exist, in a private container, looks like one that does',
    async run({ scratch }) {
      await scratch.file();
      const response = await fetch(scratch.free());
      await expectStatus(response, 401);
      umaChallengeOf(response);
    },
  },
  {
    ...shared,
    id: 'challenge-new-ticket',
    title: 'each answer has a ticket of its own',
    async run({ scratch }) {
      const file = await scratch.file();
      const [one, two] = [await ticketFor(file), await ticketFor(file)];
      expectThat(one !== two, 'two tickets', one);
    },
  },
  {
    ...shared,
    id: 'challenge-after-bad-token',
    title: 'a token the vault server cannot use is answered 401 with a fresh ticket',
    async run({ scratch }) {
      const response = await fetch(await scratch.file(), {
        headers: { authorization: 'Bearer not-a-token' },
      });
      await expectStatus(response, 401);
      umaChallengeOf(response);
    },
  },
  {
    ...shared,
    id: 'challenge-public',
    title: 'an anonymous GET of a public resource succeeds, and tells of the authority as well',
    level: 'SHOULD',
    see: sections.libraries,
    async run(context) {
      const file = await context.scratch.file();
      await openToAll(context, file);
      const response = await fetch(file);
      await expectStatus(response, 200);
      if (!response.headers.has('www-authenticate')) {
        skip('this vault server sends no challenge with public resources; it is optional');
      }
      umaChallengeOf(response);
    },
  },
];
