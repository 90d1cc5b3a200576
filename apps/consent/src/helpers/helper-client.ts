import { authorityPaths } from '@grondslag/protocol';
import {
  type ConsentToConfirm,
  confirmedConsentSchema,
  consentToConfirmSchema,
  type HelperAct,
  type HelperLook,
  type HelperView,
  helperActSchema,
  helperLookSchema,
  helperViewSchema,
  type InvitationView,
  type InvitedHelper,
  invitationViewSchema,
  invitedHelperSchema,
  type NewHelper,
} from '@grondslag/protocol/v1';
import * as z from 'zod';
import { type AuthenticatedFetch, askAuthority } from '../authority/ask-authority.ts';
import { askPages } from '../authority/ask-pages.ts';
import { shortId } from '../routes.tsx';

/** What the app asks of the authority about helpers. Every method rejects with an `AuthorityError`. */
export interface HelperClient {
  /** Who helps this person, and whom this person helps, newest first. */
  list(): Promise<HelperView[]>;
  find(id: string): Promise<HelperView>;
  invite(invitation: NewHelper): Promise<InvitedHelper>;
  look(code: string): Promise<InvitationView>;
  accept(code: string, name: string): Promise<HelperView>;
  /** Confirms the person, or shows other facts. */
  confirm(id: string, facts: readonly string[]): Promise<HelperView>;
  end(id: string): Promise<HelperView>;
  acts(id: string): Promise<HelperAct[]>;
  /** What the helpers of this person looked through, newest first. */
  looks(): Promise<HelperLook[]>;
  /** What a representative said yes to before this person came of age, and waits. */
  consentsToConfirm(): Promise<ConsentToConfirm[]>;
  confirmConsent(grant: string): Promise<void>;
}

/** `baseUrl` ends in a slash; `fetch` knows who is signed in, and speaks for nobody else. */
export function createHelperClient({
  baseUrl,
  fetch,
}: {
  readonly baseUrl: string;
  readonly fetch: AuthenticatedFetch;
}): HelperClient {
  const at = (path: string) => `${new URL(authorityPaths.helpers, baseUrl).href}${path}`;
  const put: AuthenticatedFetch = (url, init) => fetch(url, { ...init, method: 'PUT' });
  const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });
  const one = async (asked: ReturnType<typeof askAuthority<typeof helperViewSchema>>) =>
    (await asked).body;
  return {
    async list() {
      return (await askAuthority(fetch, at(''), listOf(helperViewSchema))).body.items;
    },
    find: (id) => one(askAuthority(fetch, at(`/${id}`), helperViewSchema)),
    async invite(invitation) {
      return (await askAuthority(fetch, at(''), invitedHelperSchema, invitation)).body;
    },
    async look(code) {
      return (await askAuthority(fetch, at('/invitation'), invitationViewSchema, { code })).body;
    },
    accept: (code, name) =>
      one(askAuthority(fetch, at('/acceptance'), helperViewSchema, { code, name })),
    confirm: (id, facts) =>
      one(askAuthority(put, at(`/${id}/confirmation`), helperViewSchema, { facts })),
    end: (id) => one(askAuthority(put, at(`/${id}/end`), helperViewSchema, {})),
    async consentsToConfirm() {
      const url = new URL(authorityPaths.consentsToConfirm, baseUrl).href;
      return (await askAuthority(fetch, url, listOf(consentToConfirmSchema))).body.items;
    },
    async confirmConsent(grant) {
      const path = `${authorityPaths.consentsToConfirm}/${shortId(grant)}`;
      await askAuthority(put, new URL(path, baseUrl).href, confirmedConsentSchema, {});
    },
    looks: () =>
      askPages(fetch, new URL(authorityPaths.helperLooks, baseUrl).href, helperLookSchema),
    async acts(id) {
      return (await askAuthority(fetch, at(`/${id}/acts`), listOf(helperActSchema))).body.items;
    },
  };
}
