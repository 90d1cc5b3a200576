import type { ConformanceCase } from '../../run/case.ts';
import { expectStatus, expectThat } from '../../run/expect.ts';
import { sections } from '../../wire/terms.ts';

const shared = { checklist: 2, level: 'MUST', see: sections.cors, at: 'authority' } as const;
const endpoints = ['issue', 'status', 'derive', 'verify', 'query', 'token'] as const;
const origin = 'https://app.example';

function names(header: string | null): string[] {
  return (header ?? '').split(',').map((name) => name.trim().toLowerCase());
}

/** Pages of any origin may use the authority. */
export const corsCases: readonly ConformanceCase[] = [
  ...endpoints.map(
    (name): ConformanceCase => ({
      ...shared,
      id: `cors-${name}`,
      title: `a page of another origin may call ${name} with a DPoP login`,
      async run({ authority }) {
        const method = name === 'query' ? 'GET' : 'POST';
        const response = await fetch(authority[name], {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': method,
            'access-control-request-headers': 'authorization,content-type,dpop',
          },
        });
        await expectStatus(response, 200, 204);
        const { headers } = response;
        const allowedOrigin = headers.get('access-control-allow-origin');
        expectThat(
          allowedOrigin === '*' || allowedOrigin === origin,
          '* or the origin',
          allowedOrigin,
        );
        const methods = names(headers.get('access-control-allow-methods'));
        expectThat(
          method === 'POST' || method === 'GET' || methods.includes(method),
          method,
          methods,
        );
        const allowed = names(headers.get('access-control-allow-headers'));
        for (const header of ['authorization', 'dpop', 'content-type']) {
          expectThat(allowed.includes(header), `${header} allowed`, allowed);
        }
      },
    }),
  ),
  {
    ...shared,
    id: 'cors-exposed',
    title: 'Link and WWW-Authenticate can be read by a page of another origin',
    async run({ authority }) {
      const { headers } = await fetch(authority.query, { headers: { origin } });
      const exposed = names(headers.get('access-control-expose-headers'));
      for (const header of ['link', 'www-authenticate']) {
        expectThat(exposed.includes(header) || exposed.includes('*'), `${header} exposed`, exposed);
      }
    },
  },
];
