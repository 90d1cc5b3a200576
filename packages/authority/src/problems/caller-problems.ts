import { problem } from './problem-type.ts';

/** Who is calling, and what was sent. */
export const callerProblems = {
  token_missing: problem(
    401,
    ['Not logged in', 'Send a Solid-OIDC access token in the Authorization header.'],
    ['Niet ingelogd', 'Stuur een Solid-OIDC-toegangstoken mee in de header Authorization.'],
  ),
  token_invalid: problem(
    401,
    ['Login not accepted', 'Log in again, and send a fresh DPoP proof with each request.'],
    [
      'Inloggen niet geaccepteerd',
      'Log opnieuw in, en stuur bij elk verzoek een nieuw DPoP-bewijs.',
    ],
  ),
  rate_limited: problem(
    429,
    [
      'Too many requests',
      'Wait as many seconds as the header Retry-After says, then go on more slowly.',
    ],
    [
      'Te veel verzoeken',
      'Wacht zo veel seconden als in de header Retry-After staat, en ga dan langzamer verder.',
    ],
  ),
  issuer_not_trusted: problem(
    401,
    ['Identity provider not accepted', 'Log in at an identity provider this authority accepts.'],
    ['Inlogdienst niet geaccepteerd', 'Log in bij een inlogdienst die deze autoriteit accepteert.'],
  ),
  webid_not_allowed: problem(
    401,
    [
      'WebID not accepted',
      'Use a WebID of a vault this authority serves, or ask its operator to take you up as participant.',
    ],
    [
      'WebID niet geaccepteerd',
      'Gebruik een WebID van een kluis van deze autoriteit, of vraag de beheerder u als deelnemer op te nemen.',
    ],
  ),
  identity_unreachable: problem(
    503,
    ['Identity provider does not answer', 'Try again in a few seconds.'],
    ['Inlogdienst antwoordt niet', 'Probeer het over een paar seconden opnieuw.'],
  ),
  not_found: problem(
    404,
    ['Nothing here', 'Look up the path in the description of this API (v1/docs).'],
    ['Niet gevonden', 'Zoek het pad op in de beschrijving van deze API (v1/docs).'],
  ),
  method_not_allowed: problem(
    405,
    ['Method not allowed', 'Use one of the methods in the Allow header.'],
    ['Methode niet toegestaan', 'Gebruik een van de methoden in de header Allow.'],
  ),
  body_too_large: problem(
    413,
    ['Body too large', 'Send less at a time; the detail says how much.'],
    ['Bericht te groot', 'Stuur minder per keer; in de toelichting staat hoeveel.'],
  ),
  invalid_json: problem(
    400,
    ['Body is not JSON', 'Send one JSON object, as UTF-8.'],
    ['Bericht is geen JSON', 'Stuur één JSON-object, in UTF-8.'],
  ),
  invalid_body: problem(
    400,
    ['Body not as described', 'Set right the members the detail names.'],
    ['Bericht klopt niet', 'Verbeter de velden die in de toelichting staan.'],
  ),
  invalid_query: problem(
    400,
    ['Query not as described', 'Set right the parameters the detail names.'],
    ['Zoekvraag klopt niet', 'Verbeter de parameters die in de toelichting staan.'],
  ),
  idempotency_key_invalid: problem(
    400,
    ['Idempotency key not usable', 'Make a key of 1 to 255 visible ASCII characters.'],
    [
      'Idempotency-sleutel niet bruikbaar',
      'Maak een sleutel van 1 tot 255 zichtbare ASCII-tekens.',
    ],
  ),
  idempotency_key_in_use: problem(
    409,
    ['Same request is on its way', 'Wait for its answer, or try again in a moment.'],
    ['Zelfde verzoek is onderweg', 'Wacht op het antwoord, of probeer het zo opnieuw.'],
  ),
  idempotency_key_reused: problem(
    422,
    ['Idempotency key of another request', 'Make a new key for each new request.'],
    [
      'Idempotency-sleutel van een ander verzoek',
      'Maak voor elk nieuw verzoek een nieuwe sleutel.',
    ],
  ),
  too_many_streams: problem(
    429,
    ['Too many streams', 'Close a stream of events before you open another.'],
    ['Te veel stromen', 'Sluit een stroom van gebeurtenissen voordat u een andere opent.'],
  ),
  webhook_not_found: problem(
    404,
    ['No such webhook', 'Look up your webhooks at v1/webhooks.'],
    ['Webhook niet gevonden', 'Zoek uw webhooks op bij v1/webhooks.'],
  ),
  too_many_webhooks: problem(
    409,
    ['Too many webhooks', 'Delete a webhook before you make another.'],
    ['Te veel webhooks', 'Verwijder een webhook voordat u een andere maakt.'],
  ),
  url_not_allowed: problem(
    400,
    ['URL not allowed', 'Use a public https URL, or ask the operator to list it.'],
    [
      'URL niet toegestaan',
      'Gebruik een openbare https-URL, of vraag de beheerder hem op te nemen.',
    ],
  ),
  report_refused: problem(
    401,
    [
      'Message of vault server not accepted',
      'Sign a fresh message with the secret shared with this authority, and check the clock.',
    ],
    [
      'Bericht van kluisserver niet geaccepteerd',
      'Onderteken een nieuw bericht met het geheim dat u met deze autoriteit deelt, en controleer de klok.',
    ],
  ),
  status_question_refused: problem(
    401,
    [
      'Question of vault server not accepted',
      'Sign a fresh question with the secret shared with this authority, and check the clock.',
    ],
    [
      'Vraag van kluisserver niet geaccepteerd',
      'Onderteken een nieuwe vraag met het geheim dat u met deze autoriteit deelt, en controleer de klok.',
    ],
  ),
} as const;
