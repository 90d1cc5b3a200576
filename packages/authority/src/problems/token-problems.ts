import { problem } from './problem-type.ts';

/** What may be wrong when a permission ticket and a grant are exchanged; statuses there follow OAuth. */
export const tokenProblems = {
  grant_type_unsupported: problem(
    400,
    ['Grant type not supported', 'Send the UMA grant type (UMA 2.0 Grant §3.3.1).'],
    ['Grant type niet ondersteund', 'Stuur het UMA-grant type (UMA 2.0 Grant §3.3.1).'],
  ),
  claim_format_unsupported: problem(
    400,
    ['Claim format not supported', 'Send a verifiable presentation.'],
    ['Vorm van bewijs niet ondersteund', 'Stuur een verifiable presentation.'],
  ),
  ticket_missing: problem(
    400,
    ['Ticket missing', 'Send the ticket from the WWW-Authenticate header of the vault server.'],
    ['Ticket ontbreekt', 'Stuur het ticket uit de header WWW-Authenticate van de kluisserver.'],
  ),
  ticket_invalid: problem(
    400,
    ['Ticket not accepted', 'Ask the vault server again for a new ticket.'],
    ['Ticket niet geaccepteerd', 'Vraag de kluisserver om een nieuw ticket.'],
  ),
  ticket_expired: problem(
    400,
    ['Ticket has ended', 'Ask the vault server again for a new ticket.'],
    ['Ticket is verlopen', 'Vraag de kluisserver om een nieuw ticket.'],
  ),
  ticket_used: problem(
    400,
    ['Ticket was used before', 'Ask the vault server again for a new ticket.'],
    ['Ticket is al gebruikt', 'Vraag de kluisserver om een nieuw ticket.'],
  ),
  claim_missing: problem(
    400,
    ['Grant missing', 'Send the access grant as claim_token.'],
    ['Toestemming ontbreekt', 'Stuur de toestemming mee als claim_token.'],
  ),
  claim_unreadable: problem(
    400,
    ['Grant unreadable', 'Send a presentation with one access grant, as base64url of JSON.'],
    [
      'Toestemming onleesbaar',
      'Stuur een presentatie met één toestemming, als base64url van JSON.',
    ],
  ),
  grant_not_verified: problem(
    403,
    ['Signature of the grant does not fit', 'Send the grant as this authority issued it.'],
    [
      'Handtekening van de toestemming klopt niet',
      'Stuur de toestemming zoals deze is uitgegeven.',
    ],
  ),
  grant_unknown: problem(
    403,
    ['Grant unknown', 'Send a grant that this authority issued.'],
    ['Toestemming onbekend', 'Stuur een toestemming van deze autoriteit.'],
  ),
  not_a_grant: problem(
    403,
    ['Not a grant', 'Send an access grant, not a request or a denial.'],
    ['Geen toestemming', 'Stuur een toestemming, geen vraag of weigering.'],
  ),
  not_recipient: problem(
    403,
    ['Grant of someone else', 'Log in as the one the grant was given to.'],
    ['Toestemming van een ander', 'Log in als degene aan wie de toestemming is gegeven.'],
  ),
  grant_revoked: problem(
    403,
    ['Grant was withdrawn', 'Ask again, or take the other route to the service.'],
    ['Toestemming is ingetrokken', 'Vraag opnieuw, of gebruik de andere route naar de dienst.'],
  ),
  grant_suspended: problem(
    403,
    ['Grant is suspended', 'Wait until the citizen resumes it, or take the other route.'],
    ['Toestemming is gepauzeerd', 'Wacht tot de burger haar hervat, of gebruik de andere route.'],
  ),
  grant_expired: problem(
    403,
    ['Grant has ended', 'Ask again, or take the other route to the service.'],
    ['Toestemming is verlopen', 'Vraag opnieuw, of gebruik de andere route naar de dienst.'],
  ),
  grant_not_yet_valid: problem(
    403,
    ['Grant has not begun', 'Wait until its start.'],
    ['Toestemming is nog niet begonnen', 'Wacht tot het begin ervan.'],
  ),
  resource_not_granted: problem(
    403,
    ['Not in the grant', 'Read only what the grant names.'],
    ['Niet in de toestemming', 'Lees alleen wat in de toestemming staat.'],
  ),
  purpose_not_granted: problem(
    403,
    ['Not for this purpose', 'Use the data only for the purposes that the grant names.'],
    ['Niet voor dit doel', 'Gebruik de gegevens alleen voor de doelen in de toestemming.'],
  ),
  vault_gives_whole_facts: problem(
    403,
    [
      'The vault server cannot give out single fields',
      'Take the other route; the operator of the vault server has to renew its plug-in.',
    ],
    [
      'De kluisserver kan geen losse velden geven',
      'Gebruik de andere route; de beheerder van de kluisserver moet de plug-in vernieuwen.',
    ],
  ),
} as const;
