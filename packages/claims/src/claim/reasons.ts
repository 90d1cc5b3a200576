import type { LocalText } from '@grondslag/protocol';

/** The articles of policy, in the order in which they are judged; `docs/claims.md` explains each. */
export const policyArticles = {
  P1: 'It was read, whole and within bounds.',
  P2: 'It is a credential in a form that can be checked.',
  P3: 'Its proof holds, under a key of its issuer.',
  P4: 'Its issuer is on the trust list, and the list holds now.',
  P5: 'Its issuer may state this kind of claim.',
  P6: 'It says what its kind of claim says, and nothing else.',
  P7: 'It is about this citizen.',
  P8: 'Now is within its dates.',
  P9: 'It is fresh enough for the need.',
  P10: 'Its issuer has neither revoked nor suspended it, and says so now.',
} as const;
export type PolicyArticle = keyof typeof policyArticles;

/** A reason for people. */
export interface ReasonWords {
  readonly article: PolicyArticle;
  /** One sentence or two, to an official; plain, without names. */
  readonly why: LocalText & { readonly en: string };
}

const unreadable = {
  nl: 'Dit kunnen we niet lezen. De burger kan de bron om een nieuw bewijs vragen.',
  en: 'We cannot read this. The citizen can ask the source for a new proof.',
};

/**
 * Every reason why something is not used, with its article and words. A new reason is a member here, so that
 * no program can meet one without words.
 */
export const reasons = {
  not_found: {
    article: 'P1',
    why: {
      nl: 'Dit staat niet meer in de datakluis.',
      en: 'This is no longer in the data vault.',
    },
  },
  not_readable: {
    article: 'P1',
    why: {
      nl: 'De datakluis gaf dit niet. Lees het later opnieuw.',
      en: 'The data vault did not give this. Read it again later.',
    },
  },
  too_large: {
    article: 'P1',
    why: { nl: 'Dit is te groot om te controleren.', en: 'This is too large to check.' },
  },
  not_json: { article: 'P2', why: unreadable },
  not_a_credential: { article: 'P2', why: unreadable },
  unknown_context: { article: 'P2', why: unreadable },
  unsupported_suite: {
    article: 'P2',
    why: {
      nl: 'De bron ondertekende dit op een manier die we niet kennen. Vraag de bron om een nieuw bewijs.',
      en: 'The source signed this in a way we do not know. Ask the source for a new proof.',
    },
  },
  invalid_proof: {
    article: 'P3',
    why: {
      nl: 'De handtekening van de bron klopt niet. Misschien is er iets veranderd.',
      en: 'The signature of the source is not right. Perhaps something was changed.',
    },
  },
  unknown_issuer: {
    article: 'P4',
    why: {
      nl: 'Wij kennen de bron niet. Vraag een bewijs van een bron die we kennen.',
      en: 'We do not know the source. Ask for a proof from a source we know.',
    },
  },
  trust_unknown: {
    article: 'P4',
    why: {
      nl: 'We weten nu niet welke bronnen we mogen geloven. Probeer het later opnieuw.',
      en: 'We do not know now which sources to believe. Try again later.',
    },
  },
  issuer_not_trusted_for_claim: {
    article: 'P5',
    why: { nl: 'Deze bron gaat hier niet over.', en: 'This is not for this source to say.' },
  },
  unknown_claim: {
    article: 'P6',
    why: {
      nl: 'Dit is een ander gegeven dan we kunnen gebruiken.',
      en: 'This is another fact than we can use.',
    },
  },
  wrong_subject: {
    article: 'P7',
    why: { nl: 'Dit gaat over iemand anders.', en: 'This is about someone else.' },
  },
  not_yet_valid: {
    article: 'P8',
    why: { nl: 'Dit geldt nog niet.', en: 'This does not hold yet.' },
  },
  expired: {
    article: 'P8',
    why: {
      nl: 'Dit is verlopen. De burger kan de bron om een nieuw bewijs vragen.',
      en: 'This has ended. The citizen can ask the source for a new proof.',
    },
  },
  too_old: {
    article: 'P9',
    why: {
      nl: 'Dit is te oud voor deze vraag. De burger kan de bron om een nieuw bewijs vragen.',
      en: 'This is too old for this question. The citizen can ask the source for a new proof.',
    },
  },
  revoked: {
    article: 'P10',
    why: {
      nl: 'De bron heeft dit ingetrokken. De burger kan de bron vragen waarom.',
      en: 'The source has withdrawn this. The citizen can ask the source why.',
    },
  },
  suspended: {
    article: 'P10',
    why: {
      nl: 'De bron heeft dit tijdelijk stopgezet. De burger kan de bron vragen waarom.',
      en: 'The source has suspended this for now. The citizen can ask the source why.',
    },
  },
  status_missing: {
    article: 'P10',
    why: {
      nl: 'De bron zegt altijd of zoiets nog geldt, en hier ontbreekt dat. Misschien is het weggelaten.',
      en: 'The source always says whether such a fact still holds, and here that is missing. Perhaps it was left out.',
    },
  },
  status_unknown: {
    article: 'P10',
    why: {
      nl: 'We konden niet nagaan of dit nog geldt. Lees het later opnieuw.',
      en: 'We could not find out whether this still holds. Read it again later.',
    },
  },
} as const satisfies Record<string, ReasonWords>;

/**
 * Why something is not among the verified claims. Stable codes:
 *
 * - `not_found`: there is nothing at this address
 * - `not_readable`: the vault did not give it
 * - `too_large`: beyond `MAX_CREDENTIAL_BYTES`
 * - `not_json`, `not_a_credential`, `unknown_context`: not in a form that can be checked
 * - `unsupported_suite`: signed in a way that cannot be checked here
 * - `invalid_proof`: changed after it was signed, or not signed by who it says
 * - `unknown_issuer`, `issuer_not_trusted_for_claim`: from somebody who is not believed, or not about this
 * - `trust_unknown`: the trust list is not valid now, so nobody is believed
 * - `unknown_claim`: not one of the kinds of claim, or not as that kind should be
 * - `wrong_subject`: about somebody else
 * - `not_yet_valid`, `expired`, `revoked`, `suspended`: no longer, or not yet, what the source states
 * - `too_old`: stated longer ago than the need allows
 * - `status_missing`: without a status that the source always gives, as the trust list says
 * - `status_unknown`: nobody can say whether it was revoked, so it is not used
 */
export type LeftOutReason = keyof typeof reasons;
