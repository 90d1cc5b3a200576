import type { HelperView } from '@grondslag/protocol/v1';
import { createContext, use } from 'react';
import type { AuthorityClient } from './authority/authority-client.ts';
import type { LawClient } from './authority/law-client.ts';
import type { AppConfig } from './load-config.ts';
import type { CitizenSession } from './session/create-session.ts';
import type { Connection } from './ui/connection-store.ts';

/** What pages work with; made once, in `main.tsx`. */
export interface Services {
  readonly config: AppConfig;
  readonly session: CitizenSession;
  readonly connection: Connection;
  /** Loaded beside the page, while the sign-in is being restored. */
  readonly authority: () => Promise<AuthorityClient>;
  /** The same authority, about what the law governs; loaded when first asked for. */
  readonly law: () => Promise<LawClient>;
  /** Whom this person helps now, with what; all else here then speaks for that citizen. */
  readonly helping?: HelperView;
}

/** Provides the services to the pages. */
export const ServicesContext = createContext<Services | undefined>(undefined);

/** The services. */
export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new TypeError('useServices needs a ServicesContext above it');
  return services;
}

/** Provides the WebID of the signed-in citizen to the pages. */
export const CitizenContext = createContext<string | undefined>(undefined);

/** WebID of the signed-in citizen. */
export function useCitizen(): string {
  const webId = use(CitizenContext);
  if (webId === undefined) throw new TypeError('useCitizen is only for pages behind the sign-in');
  return webId;
}
