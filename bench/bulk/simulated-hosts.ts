import { playWorld } from '@grondslag/agency/test-support/play-agency';
import { playSource } from '@grondslag/agency/test-support/play-facts';
import type { PlayedServer } from '@grondslag/agency/test-support/play-server';
import { playUma } from '@grondslag/agency/test-support/play-vault';
import { authorityPaths } from '@grondslag/protocol';
import { acl, gc } from '@grondslag/vocab';

/**
 * A simulated vault host, authority, identity provider and source, so that a hundred thousand accesses can be read in
 * minutes. There is one citizen, one fact and one grant; every address `vc/grant-N` is that grant by another name, in
 * answer to a request of its own. Of the rest it answers what a read asks, from memory, so that most of the time is the
 * reader's. Writes a line of JSON with the addresses, and runs until it is killed.
 */
const [world, source] = await Promise.all([playWorld(), playSource()]);
const { agency, authority, vault, identityProvider } = world;
authority.participants.sources.push(source.participant);
const uma = playUma(world);
uma.facts.set('/anna/facts/income/2025', await source.income(world.citizen));
const asked = await agency.requestAccess(world.question());
if (asked.status !== 'requested') throw new Error(asked.status);
const request = JSON.stringify(asked.request);
const grantId = authority.decide('SolidAccessGrant', world.citizen, {
  mode: [acl.Read],
  hasStatus: gc.ConsentStatusExplicitlyGiven,
  forPersonalData: [`${world.storage}facts/income/2025`],
  isProvidedTo: world.webId,
  verifiedRequest: asked.request.id,
});
const grant = JSON.stringify(authority.credentials.find(({ id }) => id === grantId));
const token = authority.token({ method: 'POST', path: '/token', headers: {}, body: '' });
authority.token = () => token;

const answer = authority.answer;
const json = { 'content-type': 'application/json' };
authority.answer = (seen) => {
  if (seen.path !== `/${authorityPaths.credentialLookups}`) return answer(seen);
  const { ids } = JSON.parse(seen.body) as { readonly ids: readonly string[] };
  const items = ids.flatMap((id) => {
    const number = id.slice(id.lastIndexOf('-') + 1);
    return [grant, request].map((one) =>
      one
        .replaceAll(grantId, `${authority.url}vc/grant-${number}`)
        .replaceAll(asked.request.id, `${authority.url}vc/request-${number}`),
    );
  });
  return { headers: json, body: `{"items":[${items.join(',')}]}` };
};
for (const server of [authority, vault, identityProvider, source.server]) forget(server);

const { webId } = world;
const urls = { authority: authority.url, vault: vault.url, oidcIssuer: identityProvider.url };
console.log(JSON.stringify({ webId, ...urls }));

/** What servers of tests remember would be all that is ever asked here. */
function forget(server: PlayedServer): void {
  const handle = server.answer;
  server.answer = (seen) => {
    server.seen.length = 0;
    return handle(seen);
  };
}
