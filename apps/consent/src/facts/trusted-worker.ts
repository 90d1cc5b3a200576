/** Trusted Types, where the browser has them; not in TypeScript's own types. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** The one name that the content security policy of the app allows. */
const POLICY = 'worker';
const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/** Files of this app, and nothing else, may run beside the page. */
const policy = trustedTypes?.createPolicy(POLICY, {
  createScriptURL(url) {
    if (new URL(url, location.href).origin !== location.origin) {
      throw new TypeError('Only a file of this app may be a worker');
    }
    return url;
  },
});

/** Starts a worker from a file of this app. */
export function trustedWorker(file: string): Worker {
  return new Worker(policy?.createScriptURL(file) ?? file, { type: 'module' });
}
