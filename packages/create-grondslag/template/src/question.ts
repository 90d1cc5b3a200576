import type { OtherRoute, Question } from '@grondslag/agency';
import { needs } from './needs.ts';

/** The way to the same service without a vault. Every outcome but the good one carries it. */
export const otherRoute: OtherRoute = {
  text: { nl: 'Vraag het formulier aan de balie.', en: 'Ask for the form at the desk.' },
  phone: '0900 0000',
};

/** What you ask one citizen, and why: they read these words, so write them for them. */
export function questionTo(citizen: string): Question {
  return {
    citizen,
    purpose: 'https://w3id.org/dpv#ServiceProvision',
    purposeInWords: {
      nl: 'Wij kijken op uw verzoek of schuldhulp bij u past.',
      en: 'At your request we look whether debt counselling suits you.',
    },
    needs,
    otherRoute,
    expiresAt: new Date(Date.now() + 24 * 3_600_000),
    // A public body asks for consent only where refusing costs nothing (Article 7(4) GDPR); an official confirms that.
    consentGate: {
      refusalCostsNothing: true,
      noLawCoversIt: true,
      inOwnInterest: true,
      onePurpose: true,
      easyToWithdraw: true,
      adviceAttached: true,
      confirmedBy: { name: 'K. Visser', role: 'Teamleider schuldhulp' },
    },
  };
}
