import { authorityPaths } from '@grondslag/protocol';
import { Hono } from 'hono';
import { credentialUrl } from '../credentials/credential-id.ts';
import { AuthorityError } from '../errors.ts';
import { identifyCaller } from '../http/identify-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import type { HelperPowers } from './helper-powers.ts';
import type { MajorityStore } from './majority-store.ts';

const path = authorityPaths.consentsToConfirm;

/**
 * What a representative said yes to for a child, which the citizen confirms on coming of age, or it ends. An objection
 * of theirs needs no confirming: it protects, and stays.
 */
export function majorityRoutes(
  powers: Pick<HelperPowers, 'baseUrl' | 'authenticate' | 'now'> & {
    readonly majority: MajorityStore;
  },
): Hono {
  const { baseUrl, majority, now } = powers;
  return new Hono()
    .get(`/${path}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const items = await majority.listUnconfirmed(webId, now());
      return jsonResponse({
        items: items.map(({ confirmBefore, ...one }) => {
          return { ...one, confirmBefore: confirmBefore.toISOString() };
        }),
      });
    })
    .put(`/${path}/:uuid`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const grant = credentialUrl(baseUrl, c.req.param('uuid'));
      const at = now();
      if (await majority.confirm(grant, webId, at)) {
        return jsonResponse({ grant, confirmedAt: at.toISOString() });
      }
      throw new AuthorityError(
        'nothing_to_confirm',
        'There is no yes of a representative with this id that waits for you.',
      );
    });
}
