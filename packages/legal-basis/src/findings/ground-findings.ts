import { finding } from './finding.ts';

/** About the legal basis itself, the law behind it and the kind of data. */
export const groundFindings = {
  basis_unknown: finding(
    '6(1)',
    [
      'De grondslag die is genoemd, bestaat niet in artikel 6, lid 1.',
      'The legal basis named does not exist in Article 6(1).',
      'La base légale indiquée n’existe pas à l’article 6, paragraphe 1.',
      'Die genannte Rechtsgrundlage gibt es in Artikel 6 Absatz 1 nicht.',
    ],
    [
      'Noem een van de zes grondslagen, met de term uit DPV: eu-gdpr:A6-1-a tot en met A6-1-f.',
      'Name one of the six bases by its DPV term: eu-gdpr:A6-1-a to A6-1-f.',
    ],
  ),
  legitimate_interest_in_public_task: finding(
    '6(1), second subparagraph',
    [
      'Een overheid mag voor haar taken geen beroep doen op een gerechtvaardigd belang.',
      'A public authority may not rely on legitimate interests for its tasks.',
      'Une autorité publique ne peut pas invoquer un intérêt légitime pour ses missions.',
      'Eine Behörde darf sich bei ihren Aufgaben nicht auf ein berechtigtes Interesse berufen.',
    ],
    [
      'Zoek de wet die de taak geeft (c of e). Voor een gewone handeling in het privaatrecht: voeg de verklaring van de functionaris toe.',
      'Find the law that gives the task (c or e). For an ordinary act under private law, attach the statement of the data protection officer.',
    ],
  ),
  law_reference_missing: finding(
    '6(3)',
    [
      'Deze grondslag vraagt om een wet, en er is geen genoemd.',
      'This basis needs a law, and none is named.',
      'Cette base demande une loi, et aucune n’est indiquée.',
      'Diese Grundlage braucht ein Gesetz, und keines ist genannt.',
    ],
    [
      'Noem de wet en het artikel, met het nummer waaronder de wet is gepubliceerd (ELI, BWB of Codex).',
      'Name the law and the article, by the identifier it is published under (ELI, BWB or Codex).',
    ],
  ),
  law_unknown: finding(
    '6(3)',
    [
      'De genoemde wet, of het artikel, staat niet in het bestand van wetten.',
      'The law named, or its article, is not in the file of laws.',
      'La loi indiquée, ou son article, n’est pas dans le fichier des lois.',
      'Das genannte Gesetz oder sein Artikel steht nicht in der Datei der Gesetze.',
    ],
    [
      'Kijk het nummer na. Klopt het, vraag dan de beheerder om de wet toe te voegen.',
      'Check the identifier. When it is right, ask the operator to add the law.',
    ],
  ),
  law_not_in_force: finding(
    '6(3)',
    [
      'De genoemde wet geldt niet op deze datum.',
      'The law named is not in force at this date.',
      'La loi indiquée ne vaut pas à cette date.',
      'Das genannte Gesetz gilt an diesem Tag nicht.',
    ],
    [
      'Noem de wet die nu geldt, of wacht tot zij ingaat. Is zij ingetrokken, dan stopt de toegang.',
      'Name the law in force now, or wait until it starts. When it was repealed, the access ends.',
    ],
  ),
  special_category_without_ground: finding(
    '9(1)',
    [
      'Er zijn bijzondere gegevens bij, zoals over gezondheid, zonder grond uit artikel 9, lid 2.',
      'Special categories of data are among these, such as health, without a ground of Article 9(2).',
      'Il y a des données sensibles, comme sur la santé, sans motif de l’article 9, paragraphe 2.',
      'Es sind besondere Daten dabei, etwa über Gesundheit, ohne Grund aus Artikel 9 Absatz 2.',
    ],
    [
      'Noem de grond uit artikel 9, lid 2 met de wet erbij, of vraag deze gegevens niet.',
      'Name the ground of Article 9(2) with its law, or do not ask for these data.',
    ],
  ),
  special_ground_not_usable: finding(
    '9(2)',
    [
      'De genoemde grond uit artikel 9, lid 2 past niet bij deze vraag.',
      'The ground of Article 9(2) named does not fit this request.',
      'Le motif indiqué de l’article 9, paragraphe 2, ne va pas avec cette demande.',
      'Der genannte Grund aus Artikel 9 Absatz 2 passt nicht zu dieser Frage.',
    ],
    [
      'Uitdrukkelijke toestemming hoort bij toestemming, vitaal belang bij vitaal belang; d en e gelden hier niet.',
      'Explicit consent goes with consent, vital interests with vital interests; d and e do not apply here.',
    ],
  ),
  criminal_data_without_article_10: finding(
    '10',
    [
      'Er zijn strafrechtelijke gegevens bij, zonder wet die dat toestaat.',
      'Data about crimes are among these, without a law that allows it.',
      'Il y a des données sur des infractions, sans loi qui le permet.',
      'Es sind Daten über Straftaten dabei, ohne ein Gesetz, das es erlaubt.',
    ],
    [
      'Noem de wet die dit toestaat (artikel 10), of vraag deze gegevens niet.',
      'Name the law that allows this (Article 10), or do not ask for these data.',
    ],
  ),
  identity_number_without_rule: finding(
    '87',
    [
      'Er is een nationaal nummer bij, zonder wet die het gebruik regelt.',
      'A national number is among these, without a law that governs its use.',
      'Il y a un numéro national, sans loi qui en règle l’usage.',
      'Es ist eine nationale Nummer dabei, ohne ein Gesetz über ihre Nutzung.',
    ],
    [
      'Noem de nationale regel, zoals de Wet algemene bepalingen burgerservicenummer, of vraag het nummer niet.',
      'Name the national rule, such as the Dutch act on the citizen service number, or do not ask for the number.',
    ],
  ),
} as const;
