import { finding } from './finding.ts';

/** About the register of processing activities. */
export const activityFindings = {
  activity_unknown: finding(
    '30',
    [
      'De verwerking waarvoor dit is, staat niet in het register.',
      'The processing activity this is for is not in the register.',
      'L’activité de traitement n’est pas dans le registre.',
      'Die Verarbeitung, um die es geht, steht nicht im Register.',
    ],
    [
      'Leg de verwerking vast, en noem haar adres en versie.',
      'Register the activity, and name its address and version.',
    ],
  ),
  activity_not_current: finding(
    '30',
    [
      'Deze versie van de verwerking geldt niet meer, of nog niet.',
      'This version of the processing activity does not hold any more, or not yet.',
      'Cette version de l’activité ne vaut plus, ou pas encore.',
      'Diese Fassung der Verarbeitung gilt nicht mehr oder noch nicht.',
    ],
    [
      'Gebruik de versie die nu geldt, en vraag of weeg opnieuw.',
      'Use the version that holds now, and ask or weigh again.',
    ],
  ),
  activity_differs: finding(
    '5(1)(b)',
    [
      'Het doel of de grondslag is anders dan in het register staat.',
      'The purpose or the legal basis differs from what is registered.',
      'Le but ou la base légale n’est pas comme dans le registre.',
      'Zweck oder Rechtsgrundlage sind anders als im Register.',
    ],
    [
      'Vraag met het doel en de grondslag van de verwerking, of leg een nieuwe versie vast.',
      'Ask with the purpose and the basis of the activity, or register a new version.',
    ],
  ),
  more_than_registered: finding(
    '5(1)(c)',
    [
      'Er wordt meer gevraagd dan voor deze verwerking is vastgelegd.',
      'More is asked than is registered for this processing activity.',
      'On demande plus que ce qui est enregistré pour ce but.',
      'Gefragt ist mehr, als für diesen Zweck eingetragen ist.',
    ],
    [
      'Vraag alleen wat is vastgelegd, of leg eerst vast waarom meer nodig is.',
      'Ask only what is registered, or register first why more is needed.',
    ],
  ),
  longer_than_retention: finding(
    '5(1)(e)',
    [
      'De toegang duurt langer dan de gegevens bewaard mogen worden.',
      'The access lasts longer than the data may be kept.',
      'L’accès dure plus longtemps que les données ne peuvent être gardées.',
      'Der Zugang dauert länger, als die Daten aufbewahrt werden dürfen.',
    ],
    [
      'Kies een eerder einde, of pas de bewaartermijn in het register aan.',
      'Choose an earlier end, or change the retention in the register.',
    ],
  ),
  no_time_left: finding(
    '5(1)(e)',
    [
      'Er blijft geen tijd over: het einde ligt niet na het begin.',
      'No time is left: the end is not after the start.',
      'Il ne reste pas de temps : la fin n’est pas après le début.',
      'Es bleibt keine Zeit: Das Ende liegt nicht nach dem Anfang.',
    ],
    [
      'Kies een later einde. Kan dat niet, dan eindigt de machtiging, de wet of de toelating te vroeg.',
      'Choose a later end. When that cannot be, the mandate, the law or the admission ends too soon.',
    ],
  ),
} as const;
