import {
  getAccessGrantFromRedirectUrl,
  getAccessRequest,
  getAccessRequestFromRedirectUrl,
  redirectToAccessManagementUi,
  redirectToRequestor,
} from '@inrupt/solid-client-access-grants';
import type { ConformanceCase } from '../../run/case.ts';
import type { CaseContext } from '../../run/context.ts';
import { expectEqual, expectStatus, expectThat } from '../../run/expect.ts';
import { askAccess, denyAccess, giveAccess } from '../../wire/issue.ts';
import { sections } from '../../wire/terms.ts';

const shared = { checklist: 19, level: 'MUST', see: sections.libraries } as const;
const BACK = 'https://agency.example/back?case=1&name=a%20b';

/** Where the library would send the citizen's browser. */
async function sentTo(
  { agency, citizen }: CaseContext,
  id: string,
  options: { resourceOwner?: string } = {},
): Promise<URL> {
  const request = await getAccessRequest(id, { fetch: citizen.fetch });
  // the library's promise never ends: the page would be gone
  const url = await new Promise<string>((resolve, reject) => {
    redirectToAccessManagementUi(request, BACK, {
      fetch: agency.fetch,
      redirectCallback: resolve,
      ...options,
    }).catch(reject);
  });
  return new URL(url);
}

async function newRequest(context: CaseContext): Promise<string> {
  return (await askAccess(context, { resources: [await context.scratch.file()] })).id;
}

function expectRedirect(url: URL): void {
  expectThat(url.searchParams.has('requestVcUrl'), 'requestVcUrl', url.href);
  expectThat(url.searchParams.has('redirectUrl'), 'redirectUrl', url.href);
}

/** Sending the citizen to the app that decides, and back. */
export const redirectCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'redirect-well-known',
    title: '.well-known/solid at the root of the vault server names the app in Turtle',
    async run({ vault }) {
      const response = await fetch(new URL('/.well-known/solid', vault), {
        headers: { accept: 'text/turtle' },
      });
      await expectStatus(response, 200);
      const type = response.headers.get('content-type') ?? '';
      expectThat(type.startsWith('text/turtle'), 'text/turtle', type);
      const text = await response.text();
      expectThat(text.includes('ConsentManagementUI'), 'ess:ConsentManagementUI', text);
    },
  },
  {
    ...shared,
    id: 'redirect-from-resource',
    title: 'redirectToAccessManagementUi finds the app from the resource',
    run: async (context) => expectRedirect(await sentTo(context, await newRequest(context))),
  },
  {
    ...shared,
    id: 'redirect-from-owner',
    title: 'and from the WebID of the citizen',
    run: async (context) =>
      expectRedirect(
        await sentTo(context, await newRequest(context), {
          resourceOwner: context.citizen.webId,
        }),
      ),
  },
  {
    ...shared,
    id: 'redirect-to-app-and-read',
    title: 'the app reads the request from the URL it was opened with',
    async run(context) {
      const id = await newRequest(context);
      const url = await sentTo(context, id);
      const { accessRequest, requestorRedirectUrl } = await getAccessRequestFromRedirectUrl(url, {
        fetch: context.citizen.fetch,
      });
      expectEqual('request', accessRequest.id, id);
      expectThat(
        requestorRedirectUrl.startsWith('https://agency.example/back'),
        BACK,
        requestorRedirectUrl,
      );
    },
  },
  {
    ...shared,
    id: 'redirect-back-and-read',
    title: 'the agency reads the grant, or the denial, from the URL it gets back',
    async run(context) {
      const resources = [await context.scratch.file()];
      for (const make of [giveAccess, denyAccess]) {
        const { id } = await make(context, { resources });
        const url = await new Promise<string>((resolve, reject) => {
          redirectToRequestor(id, BACK, { redirectCallback: resolve }).catch(reject);
        });
        const read = await getAccessGrantFromRedirectUrl(url, { fetch: context.agency.fetch });
        expectEqual('decision', read.id, id);
      }
    },
  },
];
