import type { LawfulAccess } from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';

/** Id of lawful access, where it can be looked at; its credential has the same UUID. */
export function lawfulAccessUrl(baseUrl: string, uuid: string): string {
  return new URL(`${authorityPaths.lawfulAccesses}/${uuid}`, baseUrl).href;
}

/** Until when the citizen is not told: of a delayed notice, and for the minutes of an emergency. */
export function hiddenUntil({ notice, emergency, validUntil }: LawfulAccess): Date | undefined {
  if (emergency !== undefined) return new Date(validUntil);
  return notice.when === 'delayed' ? new Date(notice.delay.until) : undefined;
}

/** Whether it is kept from this person for now. */
export function isHiddenFrom(access: LawfulAccess, caller: string, now: Date): boolean {
  const until = hiddenUntil(access);
  return access.agency !== caller && until !== undefined && until > now;
}
