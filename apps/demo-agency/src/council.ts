import type { Agency, LawfulAccessOutcome, OtherRoute } from '@grondslag/agency';

/** A council that wants to read without a law behind it: the case of the demo that is refused. */
export interface Council {
  readonly agency: Pick<Agency, 'requestLawfulAccess'>;
  /** Id of its mandate, which no law carries. */
  readonly mandate: string;
  /** WebID of the citizen it is about. */
  readonly citizen: string;
}

export const TOP_UP_PATH = 'zonder-wet';

const councilRoute: OtherRoute = {
  text: {
    nl: 'Vraag de toeslag aan met het formulier van de gemeente.',
    en: 'Apply for the top-up with the form of the council.',
  },
  phone: '0900 2222',
};

/** Asks all the same, so that everybody sees what happens. */
export function tryWithoutLaw({ agency, mandate, citizen }: Council): Promise<LawfulAccessOutcome> {
  return agency.requestLawfulAccess({ mandate, citizen, otherRoute: councilRoute });
}
