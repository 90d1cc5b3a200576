import * as z from 'zod';

const login = z.union([
  z.strictObject({ clientId: z.string(), clientSecret: z.string() }),
  /** An account of Community Solid Server; client credentials are made with it. */
  z.strictObject({ email: z.email(), password: z.string() }),
]);

const participantSchema = z.strictObject({
  webId: z.url(),
  oidcIssuer: z.url(),
  /** Root of the own storage; without it the profile is asked. */
  storage: z.url().endsWith('/').exactOptional(),
  login,
});

/** The people of one vault server. */
const vaultAccountsSchema = z.strictObject({
  /** How this vault server is told who may do what. */
  accessControl: z.enum(['WAC', 'ACP']),
  /** Owner of the resources asked for. */
  citizen: participantSchema,
  /** Asks the citizen, and reads under the grant. */
  agency: participantSchema,
  /** Another agency, with nothing to do with the case. */
  stranger: participantSchema,
  /** Another citizen with a storage of their own, who tries to give away what is not theirs. */
  rogue: participantSchema,
});

/** `--config`: accounts by the base URL of the vault server. */
export const accountsFileSchema = z.strictObject({
  vaults: z.record(z.url(), vaultAccountsSchema),
});

/** Names of the people every vault server needs. */
export const roles = ['citizen', 'agency', 'stranger', 'rogue'] as const;
export type Role = (typeof roles)[number];
export type Participant = z.infer<typeof participantSchema>;
export type VaultAccounts = z.infer<typeof vaultAccountsSchema>;
export type AccountsFile = z.infer<typeof accountsFileSchema>;
