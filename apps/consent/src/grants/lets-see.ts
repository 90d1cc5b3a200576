import { type AccessGrant, accessModeOf } from '@grondslag/protocol';

/** Whether a permission shows something to its holder; a source may only put facts in the vault. */
export function letsSee({ credentialSubject }: AccessGrant): boolean {
  return credentialSubject.providedConsent.mode.some((mode) => accessModeOf(mode) === 'read');
}
