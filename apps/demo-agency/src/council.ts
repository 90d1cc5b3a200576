import {
  type Agency,
  g,
  type LawfulAccessOutcome,
  type OtherRoute,
  type RequestOutcome,
} from '@grondslag/agency';

/** A council that wants what the rules do not allow: the cases of the demo that are refused. */
export interface Council {
  readonly agency: Pick<Agency, 'requestAccess' | 'requestLawfulAccess'>;
  /** Id of its mandate, which no law carries. */
  readonly mandate: string;
  /** WebID of the citizen it is about. */
  readonly citizen: string;
}

/** It reads without a law. */
export const TOP_UP_PATH = 'zonder-wet';
/** It asks for consent, and nobody looked whether the citizen is free to refuse. */
export const FREE_CHOICE_PATH = 'vrije-keuze';

const HOUR_MILLISECONDS = 3_600_000;

const topUpRoute: OtherRoute = {
  text: {
    nl: 'Vraag de toeslag aan met het formulier van de gemeente.',
    en: 'Apply for the top-up with the form of the council.',
  },
  phone: '0900 2222',
};

const letterRoute: OtherRoute = {
  text: { nl: 'Haal de brief aan de balie.', en: 'Collect the letter at the desk.' },
  phone: '0900 2222',
};

/** Asks all the same, so that everybody sees what happens. */
export function tryWithoutLaw({ agency, mandate, citizen }: Council): Promise<LawfulAccessOutcome> {
  return agency.requestLawfulAccess({ mandate, citizen, otherRoute: topUpRoute });
}

/** Asks for consent as a private company would: without the gate for public bodies. */
export function tryWithoutGate({ agency, citizen }: Council, now: Date): Promise<RequestOutcome> {
  return agency.requestAccess({
    citizen,
    purpose: 'https://w3id.org/dpv#ServiceProvision',
    purposeInWords: { nl: 'Wij willen u een brief sturen.', en: 'We want to send you a letter.' },
    needs: [
      {
        claimType: g.ResidenceCredential,
        reason: { nl: 'Voor op de brief.', en: 'For the letter.' },
        required: true,
      },
    ],
    otherRoute: letterRoute,
    expiresAt: new Date(now.getTime() + HOUR_MILLISECONDS),
  });
}
