import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Addresses } from '../addresses.ts';
import { desk } from '../seed/people.ts';
import { packageFile } from './package-folder.ts';
import { type Served, serve } from './serve.ts';

const built = packageFile('@grondslag/consent', 'dist');

function contentSecurityPolicy({ vault, authority, sources }: Addresses): string {
  const [vaultOrigin, authorityOrigin, sourcesOrigin] = [vault, authority, sources].map(
    (address) => new URL(address).origin,
  );
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    // The vault tells over WebSockets what changed in it.
    `connect-src 'self' ${vaultOrigin} ${vaultOrigin?.replace(/^http/, 'ws')} ${authorityOrigin} ${sourcesOrigin}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action 'self' ${vaultOrigin}`,
    // React puts no text in as markup; whoever would is refused.
    "require-trusted-types-for 'script'",
    // What runs beside the page may only be a file of the app.
    'trusted-types worker',
  ].join('; ');
}

/** Serves the built consent app with the headers it needs, its addresses and its client identifier document. */
export async function serveConsentApp(
  addresses: Addresses,
  operatorKeys: Readonly<Record<string, string>>,
): Promise<Served> {
  if (!existsSync(join(built, 'index.html'))) {
    throw new Error('The consent app is not built: run `vite build` in apps/consent first.');
  }
  const app = new Hono();
  const policy = contentSecurityPolicy(addresses);
  app.use(async (c, next) => {
    c.header('content-security-policy', policy);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    await next();
  });
  app.get('/config.json', (c) =>
    c.json({
      authority: addresses.authority,
      vault: addresses.vault,
      operatorKeys,
      contact: { name: desk.name.nl, email: 'hulp@datakluis.example', phone: desk.phone },
    }),
  );
  app.get('/clientid.jsonld', (c) => {
    c.header('access-control-allow-origin', '*');
    return c.json(clientIdDocument(addresses.consentApp), 200, {
      'content-type': 'application/ld+json',
    });
  });
  app.use(
    serveStatic({
      root: built,
      precompressed: true,
      onFound: (path, c) => {
        // Vite names assets by their content
        const lasting = path.includes('/assets/');
        c.header('cache-control', lasting ? 'max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  // every other path is a screen of the app
  app.get('*', serveStatic({ path: join(built, 'index.html'), precompressed: true }));
  return serve(app, addresses.consentApp);
}

/** Solid-OIDC §5.1: who the app is, so that the vault's login page can say it. */
function clientIdDocument(consentApp: string): object {
  return {
    '@context': ['https://www.w3.org/ns/solid/oidc-context.jsonld'],
    client_id: new URL('clientid.jsonld', consentApp).href,
    client_name: 'Mijn datakluis (Grondslag)',
    redirect_uris: [consentApp],
    post_logout_redirect_uris: [consentApp],
    client_uri: consentApp,
    scope: 'openid offline_access webid',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    application_type: 'web',
    require_auth_time: false,
  };
}
