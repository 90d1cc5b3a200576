import { problem } from './problem-type.ts';

/** Helpers and representatives. */
export const helperProblems = {
  not_for_helpers: problem(
    403,
    ['Not for helpers', 'Leave this to the citizen.'],
    ['Niet voor helpers', 'Laat dit aan de burger zelf.'],
  ),
  not_helper: problem(
    403,
    ['You do not help here', 'Look up whom you help at v1/helpers, or ask the citizen.'],
    ['U helpt hier niet', 'Kijk bij v1/helpers wie u helpt, of vraag het aan de burger.'],
  ),
  helper_may_only_see: problem(
    403,
    ['You may look along only', 'Ask the citizen to let you act too.'],
    ['U mag alleen meekijken', 'Vraag de burger of u ook mag handelen.'],
  ),
  outside_help: problem(
    403,
    ['Outside what the help is for', 'Keep to the themes and facts that the citizen shows.'],
    ['Buiten de afgesproken hulp', 'Blijf bij de onderwerpen en gegevens die de burger laat zien.'],
  ),
  helper_not_found: problem(
    404,
    ['No such helper', 'Look up your helpers, and whom you help, at v1/helpers.'],
    ['Helper niet gevonden', 'Kijk bij v1/helpers wie u helpt, en wie u helpen.'],
  ),
  helper_of_citizen: problem(
    403,
    ['The citizen decides who helps', 'Ask the citizen to confirm you or to show more.'],
    ['De burger bepaalt wie helpt', 'Vraag de burger om u te bevestigen of meer te laten zien.'],
  ),
  helper_not_to_confirm: problem(
    409,
    ['Nobody to confirm', 'Wait until somebody takes the invitation, or invite again.'],
    ['Niemand om te bevestigen', 'Wacht tot iemand de uitnodiging aanneemt, of nodig opnieuw uit.'],
  ),
  helper_is_citizen: problem(
    409,
    ['Nobody is their own helper', 'Give the code to somebody else, who logs in themselves.'],
    ['U kunt uzelf niet helpen', 'Geef de code aan een ander, die met een eigen inlog inlogt.'],
  ),
  too_many_helpers: problem(
    409,
    ['Too many helpers', 'End the help of somebody before you invite another.'],
    ['Te veel helpers', 'Stop de hulp van iemand voordat u een ander uitnodigt.'],
  ),
  invitation_not_found: problem(
    404,
    ['No invitation for this code', 'Check the code, or ask for a new one.'],
    ['Geen uitnodiging bij deze code', 'Kijk de code na, of vraag om een nieuwe.'],
  ),
  birthday_in_future: problem(
    400,
    ['A birthday that is still to come', 'Send the day on which the child was born.'],
    ['Een geboortedatum die nog komt', 'Stuur de dag waarop het kind is geboren.'],
  ),
  nothing_to_confirm: problem(
    404,
    ['Nothing to confirm', 'Look up what waits for you at v1/consents-to-confirm.'],
    ['Niets om te bevestigen', 'Kijk bij v1/consents-to-confirm wat op u wacht.'],
  ),
  representative_by_law: problem(
    403,
    ['Representative by law', 'Ask the operator, with the decision that ends it.'],
    [
      'Vertegenwoordiger volgens de wet',
      'Vraag het de beheerder, met het besluit dat dit beëindigt.',
    ],
  ),
} as const;
