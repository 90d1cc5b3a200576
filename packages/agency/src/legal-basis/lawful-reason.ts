import type { LawfulAccessCredential, LawfulAccessView } from '@grondslag/legal-basis';
import type { OtherRoute } from '@grondslag/protocol';
import type { AuthorityConnection } from '../connect-authority.ts';
import { AgencyError } from '../errors.ts';
import type { Refusal } from '../explain-refusal.ts';
import type { Wanted } from '../fetch-granted.ts';
import type { Trace } from '../trace.ts';
import { refusalIn } from './explain-lawful-refusal.ts';
import { showLawfulAccess } from './show-lawful-access.ts';

/** What a lawful access is for: only the kinds of fact and fields its mandate names (Article 5(1)(c) GDPR). */
export async function lawfulReasonOf(
  authority: AuthorityConnection,
  credential: LawfulAccessCredential,
  webId: string,
  trace: Trace,
): Promise<{
  readonly needs: readonly Wanted[];
  readonly otherRoute: OtherRoute;
  readonly processingActivity: string;
  readonly refusal?: Refusal | undefined;
}> {
  const { lawfulAccess } = credential.credentialSubject;
  if (lawfulAccess.agency !== webId) {
    throw new AgencyError(
      'credential_not_found',
      'Expected lawful access of this agency, got that of another.',
    );
  }
  const view = await showLawfulAccess(authority, credential, trace);
  return {
    needs: lawfulAccess.dataNeeds.flatMap(({ claimType, fields }) =>
      lawfulAccess.resources.map((resource) => ({ claimType, fields, resource }) as Wanted),
    ),
    otherRoute: otherRouteOf(view),
    processingActivity: lawfulAccess.activity.id,
    refusal: refusalIn(view),
  };
}

/** Whoever cannot be served through the vault is served by the agency itself. */
function otherRouteOf({ information: { controller } }: LawfulAccessView): OtherRoute {
  const { name, contact } = controller;
  return {
    text: {
      nl: `Neem contact op met ${name.nl}: ${contact.email}`,
      en: `Contact ${name.en ?? name.nl}: ${contact.email}`,
    },
    ...(contact.url !== undefined && { url: contact.url }),
    ...(contact.phone !== undefined && { phone: contact.phone }),
  };
}
