/** What the pages say. Dutch is the source; plain words, short sentences. */
export const nl = {
  name: 'Schuldhulp Waterdam (voorbeeld)',
  skip: 'Naar de inhoud',
  sample: 'Dit is een voorbeeld. De mensen en de gegevens zijn verzonnen.',
  otherLanguage: 'English',

  askTitle: 'Schuldhulp aanvragen',
  askIntro:
    'Wij kijken of iemand recht heeft op schuldhulp. Daarvoor hebben we een paar gegevens nodig. De burger beslist zelf of wij die mogen lezen.',
  who: 'Om wie gaat het?',
  someoneElse: 'Iemand anders',
  webId: 'Internetadres van deze persoon (WebID)',
  webIdHint: 'De burger vindt dit adres in de eigen datakluis. Het begint met http.',
  whatTitle: 'Dit vragen we, en waarom',
  required: 'nodig',
  optional: 'niet verplicht',
  whatFor: 'Waarvoor',
  until: 'Tot wanneer',
  untilText: (date: string) => `Tot en met ${date}. De burger kan eerder stoppen.`,
  ask: 'Vraag de gegevens',
  askFirst: 'Kies eerst een persoon.',
  askWebId: 'Vul een adres in dat begint met http:// of https://.',

  income: 'Inkomen',
  residence: 'Woonplaats',
  household: 'Gezin',
  other: 'Een gegeven',

  waitTitle: 'Wachten op de burger',
  waitText: (name: string) =>
    `De vraag is verstuurd aan ${name}. Deze pagina verandert vanzelf als er een antwoord is.`,
  waitNoHurry: 'De burger hoeft zich niet te haasten.',
  toConsent: 'De burger antwoordt in de datakluis (nieuw tabblad)',
  waitLong: 'Het duurt al even. U hoeft niet te wachten: het kan ook zonder datakluis.',
  lookAgain: 'Kijk opnieuw',

  grantedTitle: 'De burger zegt ja',
  grantedText: (name: string) =>
    `${name} laat ons gegevens lezen. Elke keer dat we lezen, ziet de burger dat.`,
  notGrantedTitle: 'Niet gegeven',
  notGrantedRequired: 'Zonder dit gegeven kunnen we niets zeggen.',
  notGrantedOptional: 'Dat mag. Het kan ook zonder.',
  read: 'Lees de gegevens',
  readAgain: 'Lees opnieuw',

  about: (name: string) => `Dit gaat over ${name}.`,
  answerTitle: 'Komt in aanmerking?',
  yes: 'Ja, deze persoon komt in aanmerking voor schuldhulp.',
  no: 'Nee, volgens de regel niet. Een medewerker bespreekt dit altijd met de burger.',
  cityUnknown: 'Waarschijnlijk wel. We weten de woonplaats nog niet: vraag die aan de balie.',
  householdUnknown:
    'Dat weten we nog niet. We weten niet hoe groot het gezin is: vraag dat aan de balie.',
  incomeUnknown: 'Dat weten we niet. Er is geen inkomen dat we konden controleren.',
  ruleTitle: 'De regel',
  rule: (first: string, next: string, city: string) =>
    `Het laatste inkomen is ten hoogste ${first} per jaar voor één persoon, en ${next} meer voor elke persoon erbij. De burger woont in ${city}. Deze regel is verzonnen.`,
  ruleHere: (limit: string, persons: number) =>
    `Hier: ${limit} voor ${persons} ${persons === 1 ? 'persoon' : 'personen'}.`,
  factsTitle: 'Wat we gelezen hebben',
  incomeOf: (year: number) => `Inkomen over ${year}`,
  people: ({ adults, children }: { adults?: number; children?: number }) =>
    [
      adults === undefined ? [] : `${adults} ${adults === 1 ? 'volwassene' : 'volwassenen'}`,
      children === undefined ? [] : `${children} ${children === 1 ? 'kind' : 'kinderen'}`,
    ]
      .flat()
      .join(', '),
  part: 'Dit is een deel van het gegeven. Het bewijs van dit deel klopt. De rest kregen we niet.',
  source: 'Bron',
  credential: 'Kenmerk',
  checked: 'Nog geldig volgens de bron',
  leftOutTitle: 'Wat we niet gebruiken, en waarom',
  disputedTitle: 'Hierin meldde de burger een fout',
  disputedText: 'De bron kijkt het nog na. Wij beslissen niet op dit gegeven alleen.',
  readAt: (time: string) => `Gelezen op ${time}.`,
  thrownAway: 'Na een kwartier gooien we dit weg.',

  deniedTitle: 'De burger zegt nee',
  deniedText: 'Dat mag. Een nee heeft geen gevolgen.',
  deniedReason: 'De burger schrijft:',
  noVaultTitle: 'Geen datakluis gevonden',
  noVaultText: 'We vinden bij dit adres geen datakluis. De vraag is niet verstuurd.',
  expiredTitle: 'De vraag is verlopen',
  expiredText: 'Er kwam geen antwoord op tijd. Dat heeft geen gevolgen voor de burger.',
  canceledTitle: 'De vraag is ingetrokken',
  canceledText: 'De vraag is teruggenomen. Er is niets gelezen.',
  notEnoughTitle: 'We weten niet genoeg',
  notVerifiedTitle: 'Niets kon worden gecontroleerd',
  notVerifiedText: 'We hebben niets gevonden dat zeker klopt. Daarom gebruiken we niets.',
  withdrawnTitle: 'De toestemming is gestopt',
  withdrawnText: 'De burger heeft de toestemming ingetrokken. We kunnen niets meer lezen.',
  accessEndedTitle: 'De toestemming is afgelopen',
  accessEndedText: 'De afgesproken tijd is voorbij. We kunnen niets meer lezen.',
  refusedTitle: 'We krijgen geen toegang',
  refusedText: 'De toegang is geweigerd. We hebben niets gelezen.',

  otherRouteTitle: 'Het kan ook zonder datakluis',
  phone: 'Bel',
  moreOnOtherRoute: 'Zo werkt het zonder datakluis',
  withoutTitle: 'Zonder datakluis',
  withoutText: 'Het papieren formulier en de hulp zijn hetzelfde. U krijgt even snel antwoord.',
  withoutSteps: [
    'Vraag het formulier aan de balie, of bel ons. Wij sturen het dan op.',
    'Vul het in. Lukt dat niet? Wij helpen aan de balie.',
    'Neem een bewijs van uw inkomen mee, bijvoorbeeld een jaaropgave.',
  ],
  newQuestion: 'Nieuwe vraag',

  council: {
    topUp: {
      title: 'Mag een gemeente dit zonder wet?',
      intro:
        'Gemeente Zuiderhaven wil zelf een toeslag betalen aan wie weinig verdient. Daarvoor wil zij het inkomen lezen in datakluizen. Zij vraagt geen toestemming, en geen wet geeft haar deze taak.',
      attempt: 'Probeer te lezen als gemeente',
      link: 'Wat als er geen wet is? Bekijk het voorbeeld.',
    },
    freeChoice: {
      title: 'Mag een gemeente gewoon toestemming vragen?',
      intro:
        'Gemeente Zuiderhaven wil een brief sturen. Daarvoor vraagt zij iemand toestemming om het adres te lezen. Niemand heeft bekeken of die burger echt nee durft te zeggen.',
      attempt: 'Vraag toestemming als gemeente',
      link: 'Mag een gemeente gewoon toestemming vragen? Bekijk het voorbeeld.',
    },
    sample: 'De gemeente is verzonnen.',
    tryAgain: 'Probeer het nog eens',
    no: 'Nee: de autoriteit laat dit niet toe',
    why: 'Waarom',
    rule: 'Regel',
    article: (article: string) => `AVG, artikel ${article.replace('recital', 'overweging')}`,
    advice: 'Wat de gemeente kan doen',
    nothingRead: 'Er is niets gelezen.',
    asked: 'De vraag is gesteld. De burger ziet erbij wat er niet klopt.',
  },

  notFoundTitle: 'Deze pagina is er niet',
  notFoundText: 'Misschien hoort deze zaak bij een andere browser.',
  forbiddenTitle: 'Dit kan niet',
  forbiddenText: 'Het verzoek kwam niet van onze eigen pagina. Begin opnieuw.',
  failedTitle: 'Het lukt nu niet',
  failedText:
    'Er ging iets mis bij ons of bij een ander. U hoeft niets te doen. Probeer het later.',
  failedCode: 'Kenmerk van de fout',
};

/** Every language has every word. */
export type Words = typeof nl;
