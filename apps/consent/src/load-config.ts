import { contactSchema } from '@grondslag/protocol';
import * as z from 'zod';

/** Where the two services of this citizen are; written beside the app by whoever serves it. */
export const appConfigSchema = z.object({
  /** Base URL of the authority, with trailing slash. */
  authority: z.url().endsWith('/'),
  /** Base URL of the vault server and issuer of the sign-in, with trailing slash. */
  vault: z.url().endsWith('/'),
  /** Keys of the authority, under which its list of believed sources is taken: id → Multikey. */
  operatorKeys: z.record(z.url(), z.string()),
  /** Whom a citizen asks for help with the app. */
  contact: contactSchema.exactOptional(),
});
export type AppConfig = z.infer<typeof appConfigSchema>;

/**
 * Reads `/config.json`.
 *
 * @throws {Error} when the file is absent or not of this shape: without it the app can do nothing.
 */
export async function loadConfig(fetch: typeof globalThis.fetch): Promise<AppConfig> {
  const response = await fetch('/config.json', { signal: AbortSignal.timeout(15_000) });
  if (!response.ok) throw new Error(`/config.json: expected 200, got ${response.status}`);
  return appConfigSchema.parse(await response.json());
}
