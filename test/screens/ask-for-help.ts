import type { Agency } from '@grondslag/agency';
import { readConsentGate } from '@grondslag/dev-stack';
import { g } from '@grondslag/vocab';
import { assert } from 'vitest';

const HOUR_MS = 3_600_000;

/** The way without a vault. */
export const otherRoute = {
  text: { nl: 'Vraag het formulier aan de balie, of bel ons.' },
  phone: '0900 0000',
};

/** A debt counsellor's question about income (needed) and household; resolves to its id. */
export async function askForHelp(
  counsellor: Agency,
  citizen: string,
  purposeInWords = 'Wij kijken op uw verzoek of schuldhulp bij u past.',
): Promise<string> {
  const asked = await counsellor.requestAccess({
    citizen,
    purpose: 'https://w3id.org/dpv#ServiceProvision',
    purposeInWords: { nl: purposeInWords },
    needs: [
      {
        claimType: g.IncomeCredential,
        fields: ['year', 'amount', 'currency'],
        reason: { nl: 'Uw inkomen bepaalt of u schuldhulp kunt krijgen.' },
        required: true,
      },
      {
        claimType: g.HouseholdCredential,
        fields: ['adults', 'children'],
        reason: { nl: 'Met wie u woont, bepaalt wat u nodig heeft.' },
        required: false,
      },
    ],
    otherRoute,
    expiresAt: new Date(Date.now() + 24 * HOUR_MS),
    processingActivity: 'https://waterdam.example/verwerkingen/schuldhulp',
    consentGate: await readConsentGate(),
  });
  assert(asked.status === 'requested', JSON.stringify(asked));
  return asked.request.id;
}

/** The last part of an id, as the app has it in its addresses. */
export function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
