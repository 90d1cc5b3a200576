import { type AccessGrant, accessModeOf, helperFromFields } from '@grondslag/protocol';

/**
 * Whether a permission shows something to an agency: a source may only put facts in the vault, and a helper is shown
 * among the helpers.
 */
export function letsSee({ credentialSubject }: AccessGrant): boolean {
  return (
    !isForHelper({ credentialSubject }) &&
    credentialSubject.providedConsent.mode.some((mode) => accessModeOf(mode) === 'read')
  );
}

/** Whether a permission lets a helper read along. */
export function isForHelper({
  credentialSubject,
}: Pick<AccessGrant, 'credentialSubject'>): boolean {
  return helperFromFields(credentialSubject.providedConsent) !== undefined;
}
