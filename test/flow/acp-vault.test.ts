import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DevStack, findFreePort, logIn, startDevStack } from '@grondslag/dev-stack';
import {
  approveAccessRequest,
  getAccessRequestFromRedirectUrl,
  getFile,
  issueAccessRequest,
  redirectToAccessManagementUi,
  revokeAccessGrant,
} from '@inrupt/solid-client-access-grants';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Session = Awaited<ReturnType<typeof logIn>>;
type Caller = Session & { readonly webId: string };

let folder: string;
let stack: DevStack;
let citizen: Caller;
let agency: Caller;
let vault: string;
let note: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grondslag-acp-'));
  stack = await startDevStack({ port: await findFreePort(), folder, acpVault: true });
  vault = stack.addresses.acpVault as string;
  [citizen, agency] = await Promise.all([logInAs('citizen'), logInAs('agency')]);
  note = new URL('../private/note.txt', citizen.webId).href;
  const headers = { 'content-type': 'text/plain' };
  await citizen.fetch(note, { method: 'PUT', headers, body: 'text of the citizen' });
});

afterAll(async () => {
  await Promise.all([citizen?.logout(), agency?.logout()]);
  await stack?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function logInAs(role: 'citizen' | 'agency'): Promise<Caller> {
  const account = stack.acpAccounts.find((each) => each.role === role);
  if (!account) throw new Error(`Expected the stack to have a ${role} at its ACP vault server.`);
  return Object.assign(await logIn(vault, account), { webId: account.webId });
}

function ask(resource: string) {
  return issueAccessRequest(
    { access: { read: true }, resourceOwner: citizen.webId, resources: [resource] },
    { fetch: agency.fetch },
  );
}

describe('the unmodified access-grant library at a vault server with ACP', () => {
  it('approves as it is installed, and the policy it adds changes nothing for anyone', async () => {
    const request = await ask(note);
    const before = await citizen.fetch(`${note}.acr`);
    expect(await before.text()).not.toContain('defaultVcPolicy');

    const grant = await approveAccessRequest(request, {}, { fetch: citizen.fetch });

    const acr = await (await citizen.fetch(`${note}.acr`)).text();
    expect(acr).toContain('defaultVcPolicy');
    expect(acr).toMatch(/acp#resource> <note.txt>/);
    expect((await citizen.fetch(note)).status).toBe(200);
    expect((await citizen.fetch(`${note}.acr`, { method: 'HEAD' })).status).toBe(200);
    expect((await agency.fetch(note)).status).toBe(403);
    expect((await agency.fetch(`${note}.acr`)).status).toBe(403);
    expect((await fetch(note)).status).toBe(401);

    const file = await getFile(note, grant, { fetch: agency.fetch });
    expect(await file.text()).toBe('text of the citizen');

    // a second one finds the document written, and a container is no different
    await approveAccessRequest(await ask(note), {}, { fetch: citizen.fetch });
    const box = new URL('./', note).href;
    const onBox = await approveAccessRequest(await ask(box), {}, { fetch: citizen.fetch });
    expect(await (await getFile(note, onBox, { fetch: agency.fetch })).text()).toContain('citizen');
    expect((await citizen.fetch(box)).status).toBe(200);
    expect((await agency.fetch(note)).status).toBe(403);
    expect((await fetch(box)).status).toBe(401);

    await revokeAccessGrant(grant, { fetch: citizen.fetch });
    expect((await agency.fetch(note)).status).toBe(403);
  });

  describe('sends the citizen to decide where the vault server says', () => {
    async function redirect(
      options: Omit<Parameters<typeof redirectToAccessManagementUi>[2], 'redirectCallback'>,
    ): Promise<string> {
      const request = await ask(note);
      return new Promise((resolve, reject) => {
        redirectToAccessManagementUi(request.id, 'https://agency.example/back?case=1', {
          fetch: agency.fetch,
          ...options,
          redirectCallback: resolve,
        }).catch(reject);
      });
    }

    it.each<[string, () => object]>([
      ['by the resource', () => ({})],
      [
        'by the resource, with another app to fall back on',
        () => ({ fallbackAccessManagementUi: 'https://other.example/' }),
      ],
    ])('found %s', async (_, options) => {
      const url = new URL(await redirect(options()));
      expect(url.origin + url.pathname).toBe(stack.addresses.consentApp);
      expect(url.searchParams.get('redirectUrl')).toBe('https://agency.example/back?case=1');
      const request = await getAccessRequestFromRedirectUrl(url.href, { fetch: citizen.fetch });
      expect(request.accessRequest.id).toBe(url.searchParams.get('requestVcUrl'));
    });

    it('found by the profile of the citizen, once it names her vault', async () => {
      const body = `INSERT DATA { <${citizen.webId}> <http://www.w3.org/ns/pim/space#storage> <${new URL('../', citizen.webId).href}>. }`;
      const headers = { 'content-type': 'application/sparql-update' };
      const named = await citizen.fetch(citizen.webId, { method: 'PATCH', headers, body });
      expect(named.status).toBe(205);
      const url = new URL(await redirect({ resourceOwner: citizen.webId }));
      expect(url.origin + url.pathname).toBe(stack.addresses.consentApp);
    });

    it('by the app to fall back on, when the profile names neither', async () => {
      const bare = new URL('../bare/card#me', citizen.webId).href;
      const headers = { 'content-type': 'text/turtle' };
      const body = `<${bare}> <http://xmlns.com/foaf/0.1/name> "Bare".`;
      await citizen.fetch(bare, { method: 'PUT', headers, body });
      const url = new URL(
        await redirect({
          resourceOwner: bare,
          fallbackAccessManagementUi: 'https://other.example/decide?k=v',
          fetch: citizen.fetch,
        }),
      );
      expect(url.origin).toBe('https://other.example');
      expect(url.searchParams.get('k')).toBe('v');
    });
  });
});
