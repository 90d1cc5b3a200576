/** The explanations. */
export const messages = {
  'help.title': 'Uitleg',
  'help.no.title': 'Moet ik ja zeggen?',
  'help.no.text':
    'Nee. U mag altijd nee zeggen. Er is altijd een andere weg, bijvoorbeeld op papier of aan de balie.',
  'help.part.title': 'Kan ik ook maar een deel delen?',
  'help.part.text':
    'Ja. U kiest elk gegeven apart. U kiest ook hoe lang. Korter dan gevraagd mag altijd.',
  'help.verified.title': 'Wat betekent gecontroleerd?',
  'help.verified.text':
    'Een gegeven heeft een handtekening van de afzender. Wij kijken of die klopt. Wij kijken ook of de afzender dit mag zeggen, en of het nog geldt.',
  'help.notVerified.text':
    'Klopt er iets niet? Dan staat er: niet gecontroleerd. Wij zeggen erbij wat u kunt doen.',
  'help.stop.title': 'Kan ik stoppen?',
  'help.stop.text':
    'Ja, altijd. Ga naar Wie kan wat zien en kies Stop met delen. Wat al gelezen is, kunnen wij niet terughalen.',
  'help.device.title': 'Wat bewaart deze app?',
  'help.device.text':
    'Op dit apparaat staan uw taal en kleuren, uw inlog en de berichten die u zag. Ook wat u koos bij een vraag die nog niet af is. Uw gegevens blijven in uw kluis. Log uit op een apparaat van een ander.',

  'help.law.title': 'Mag iemand iets lezen zonder dat ik ja zeg?',
  'help.law.text':
    'Soms regelt de wet dat een organisatie iets mag lezen. Wij vertellen u dat. U ziet welke wet het is.',
  'help.objection.title': 'Wat is bezwaar maken?',
  'help.objection.text':
    'U zegt dan dat het lezen niet past bij uw situatie. Het staat meteen stil, en u krijgt antwoord.',
} as const;
