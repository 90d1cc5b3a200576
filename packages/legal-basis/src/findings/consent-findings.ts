import { finding } from './finding.ts';

/** About consent and contract, where the citizen is asked. */
export const consentFindings = {
  consent_asked: finding(
    '6(1)(a)',
    [
      'Alleen met toestemming: de burger beslist.',
      'Only with consent: the citizen decides.',
      'Seulement avec consentement : le citoyen décide.',
      'Nur mit Einwilligung: Der Bürger entscheidet.',
    ],
    [
      'De burger kan ja of nee zeggen, en een ja altijd intrekken.',
      'The citizen can say yes or no, and withdraw a yes at any time.',
    ],
  ),
  explicit_consent_asked: finding(
    '9(2)(a)',
    [
      'Het gaat om bijzondere gegevens. De burger zegt daarover apart en uitdrukkelijk ja of nee.',
      'These are special categories of data. The citizen says yes or no to them apart and explicitly.',
      'Ce sont des données sensibles. Le citoyen dit oui ou non à part et expressément.',
      'Es sind besondere Daten. Der Bürger sagt dazu einzeln und ausdrücklich Ja oder Nein.',
    ],
    [
      'Vraag dit in een eigen stap. De burger kan een ja altijd intrekken.',
      'Ask this in a step of its own. The citizen can withdraw a yes at any time.',
    ],
  ),
  consent_not_free: finding(
    '7(4), recital 43',
    [
      'Een overheid mag alleen toestemming vragen als de burger echt vrij is om te weigeren. Dat is hier niet vastgelegd.',
      'A public body may ask for consent only where the citizen is truly free to refuse. That is not on record here.',
      'Une autorité publique ne demande un consentement que si le citoyen peut vraiment refuser. Ce n’est pas noté ici.',
      'Eine Behörde darf nur um Einwilligung bitten, wenn der Bürger wirklich ablehnen kann. Das ist hier nicht festgehalten.',
    ],
    [
      'Laat een functionaris elk punt van de toets bevestigen. Kan dat niet, dan is toestemming niet de juiste grondslag.',
      'Have an official confirm each point of the test. When that cannot be done, consent is not the right basis.',
    ],
  ),
  consent_beside_law: finding(
    '6(1)',
    [
      'Een wet regelt dit al. Toestemming vragen zou de burger een keuze voorspiegelen die er niet is.',
      'A law already governs this. Asking for consent would show the citizen a choice that is not there.',
      'Une loi règle déjà ceci. Demander un consentement montrerait un choix qui n’existe pas.',
      'Ein Gesetz regelt dies schon. Eine Bitte um Einwilligung würde eine Wahl vortäuschen, die es nicht gibt.',
    ],
    ['Gebruik de machtiging die u hebt, of trek haar in.', 'Use the mandate you have, or end it.'],
  ),
  mandate_for_consent: finding(
    '6(1)(a)',
    [
      'Een machtiging kan niet op toestemming rusten: toestemming vraagt u aan de burger.',
      'A mandate cannot rest on consent: consent is asked of the citizen.',
      'Un mandat ne peut pas reposer sur un consentement : cela se demande au citoyen.',
      'Eine Ermächtigung kann nicht auf Einwilligung beruhen: Darum bittet man den Bürger.',
    ],
    ['Vraag de burger, zonder machtiging.', 'Ask the citizen, without a mandate.'],
  ),
  contract_confirmed: finding(
    '6(1)(b)',
    [
      'Nodig voor een overeenkomst van de burger zelf: de burger bevestigt de gegevens.',
      'Needed for a contract of the citizen: the citizen confirms the data.',
      'Nécessaire pour un contrat du citoyen : le citoyen confirme les données.',
      'Nötig für einen Vertrag des Bürgers: Der Bürger bestätigt die Daten.',
    ],
    [
      'De toegang eindigt met de overeenkomst. Intrekken kan niet; de overeenkomst opzeggen wel.',
      'The access ends with the contract. It cannot be withdrawn; the contract can be ended.',
    ],
  ),
  contract_missing: finding(
    '6(1)(b)',
    [
      'Er is geen overeenkomst of eigen verzoek van de burger genoemd.',
      'No contract of the citizen, or request by the citizen, is named.',
      'Aucun contrat ni aucune demande du citoyen n’est indiqué.',
      'Es ist kein Vertrag und kein eigener Antrag des Bürgers genannt.',
    ],
    [
      'Noem de overeenkomst of het verzoek. Een dienst die de wet regelt, is geen overeenkomst.',
      'Name the contract or the request. A service laid down by law is no contract.',
    ],
  ),
  already_granted: finding(
    '5(1)(c)',
    [
      'De burger gaf hiervoor al toestemming, en die geldt nog.',
      'The citizen already consented to this, and the consent still holds.',
      'Le citoyen a déjà donné son consentement, et il vaut encore.',
      'Der Bürger hat schon eingewilligt, und das gilt noch.',
    ],
    ['Gebruik de toestemming die er is.', 'Use the consent there is.'],
  ),
  denied_before: finding(
    '7(4)',
    [
      'Op deze vraag was het antwoord eerder nee.',
      'The answer to this question was no before.',
      'La réponse à cette demande était déjà non.',
      'Die Antwort auf diese Frage war früher nein.',
    ],
    [
      'Vraag niet opnieuw zonder nieuwe reden, en wijs op de andere weg.',
      'Do not ask again without a new reason, and point to the other route.',
    ],
  ),
} as const;
