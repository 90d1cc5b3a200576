/** The words around every page, the sign-in and the start. Dutch is the source, at level B1: `messages.test.ts` watches over it. */
export const messages = {
  'app.name': 'Mijn datakluis',
  'app.skip': 'Naar de inhoud',
  'app.menu': 'Menu',
  'app.navigation': 'Hoofdmenu',
  'app.language': 'Taal',
  'app.signOut': 'Uitloggen',
  'app.loading': 'Even laden…',
  'app.retry': 'Probeer opnieuw',
  'app.notRefreshed': 'Dit is van {time} uur. Vernieuwen lukt nu niet. Wij proberen het zo weer.',
  'app.offline': 'U heeft geen verbinding sinds {time} uur. Lezen kan nog. Versturen kan nu niet.',
  'app.newRequests':
    '{count, plural, one {Er is een nieuwe vraag voor u.} other {Er zijn # nieuwe vragen voor u.}}',
  'app.factsChanged': 'Uw gegevens zijn bijgewerkt.',
  'app.quoteOf': '{name} schrijft:',
  'until.day': 'tot en met {date}',
  'until.moment': 'tot {date}, {time} uur',

  'nav.home': 'Start',
  'nav.facts': 'Mijn gegevens',
  'nav.requests': 'Vragen',
  'nav.grants': 'Wie kan wat zien',
  'nav.log': 'Wat is bekeken',
  'nav.receipts': 'Bewijzen',
  'nav.help': 'Uitleg',
  'nav.settings': 'Instellingen',
  'nav.accessibility': 'Toegankelijkheid',

  'notFound.title': 'Deze pagina is er niet',
  'notFound.text': 'Misschien is het adres niet goed. Kies in het menu wat u zoekt.',
  'notFound.link': 'Naar de start',

  'signIn.restoring': 'Even wachten. Wij kijken of u al bent ingelogd.',
  'signIn.title': 'Uw gegevens, uw keuze',
  'signIn.intro':
    'Hier ziet u wat er over u in uw datakluis staat. U ziet ook wie erom vraagt. U beslist zelf.',
  'signIn.button': 'Inloggen',
  'signIn.where': 'U logt in bij uw datakluis. Daarna komt u hier terug.',
  'signIn.stopped': 'U bent gestopt met inloggen. U kunt het opnieuw proberen.',
  'signIn.failed': 'Het inloggen is niet gelukt. Probeer het nog een keer.',
  'signIn.expired': 'U was lang ingelogd. Log voor de veiligheid opnieuw in.',
  'signIn.unreachable':
    'Wij kunnen uw datakluis nu niet bereiken. Probeer het over een paar minuten opnieuw.',

  'help.promise.title': 'Onze belofte',
  'help.promise.text':
    'Niemand leest uw gegevens zonder reden. Die reden is uw toestemming of een wet. U ziet het, en u kunt er iets aan doen.',
  'help.vault.title': 'Wat is een datakluis?',
  'help.vault.text':
    'Dat is een plek op internet voor uw gegevens. De kluis is van u. Organisaties zetten er gegevens in die zij over u hebben.',

  'problem.title': 'Dat is niet gelukt',
  'problem.unreachable.what': 'Wij kregen geen antwoord.',
  'problem.unreachable.means': 'Er is niets veranderd en niets verstuurd.',
  'problem.unreachable.do': 'Kijk of u internet heeft. Probeer het daarna opnieuw.',
  'problem.page.what': 'Deze pagina kon niet laden.',
  'problem.page.offline': 'Deze pagina kan niet laden, want u heeft geen verbinding.',
  'problem.page.means': 'De pagina is nog niet op dit apparaat. Er is niets veranderd.',
  'problem.page.do': 'Kijk of u internet heeft. Druk daarna op Probeer opnieuw.',
  'problem.offline.what': 'U heeft nu geen verbinding met internet.',
  'problem.offline.means': 'Er is niets verstuurd. Wat u koos, staat er nog.',
  'problem.offline.do': 'Probeer het opnieuw als u weer internet heeft.',
  'problem.authority.what': 'De dienst die uw keuzes bijhoudt, geeft geen antwoord.',
  'problem.authority.means': 'Er is niets veranderd. Bij Mijn gegevens kunt u wel kijken.',
  'problem.authority.do': 'Wij blijven het proberen. U hoeft niets te doen.',
  'problem.vault.what': 'Uw datakluis geeft geen antwoord.',
  'problem.vault.means':
    'U ziet uw gegevens nu niet. Nee zeggen, stoppen en bezwaar maken kan gewoon.',
  'problem.vault.do':
    'Probeer het over een paar minuten opnieuw. Blijft het zo? Bel de aanbieder van uw kluis.',
  'problem.sending.means': 'Wij weten niet zeker of uw keuze is aangekomen.',
  'problem.sending.do': 'Wacht even en kijk bij Wie kan wat zien. Probeer het daarna opnieuw.',
  'problem.signedOut.what': 'Wij herkennen u niet meer.',
  'problem.signedOut.means': 'Er is niets veranderd en niets verstuurd.',
  'problem.signedOut.do': 'Log uit en log opnieuw in.',
  'problem.notAllowed.what': 'Dit mag niet met uw account.',
  'problem.notAllowed.means': 'Er is niets veranderd en niets verstuurd.',
  'problem.notAllowed.do':
    'Is dit wel uw eigen datakluis? Vraag hulp aan de aanbieder van uw kluis.',
  'problem.answered.what': 'Deze vraag is al beantwoord, ingetrokken of verlopen.',
  'problem.answered.means': 'Uw keuze van net telt niet mee.',
  'problem.answered.do': 'Kijk bij Wie kan wat zien wat er nu geldt.',
  'problem.refused.what': 'Uw keuze is niet aangenomen.',
  'problem.refused.means': 'Er is niets veranderd. Niemand kan door deze keuze iets zien.',
  'problem.refused.do': 'Begin opnieuw bij Vragen. Blijft het misgaan? Vraag hulp.',
  'problem.unexpected.what': 'Wij kregen een antwoord dat wij niet begrijpen.',
  'problem.unexpected.means': 'Dat is een fout van ons, niet van u.',
  'problem.unexpected.do': 'Probeer het later opnieuw. Blijft het misgaan? Vraag hulp.',
  'problem.code': 'Foutcode: {code}',

  'home.title': 'Welkom',
  'home.waiting':
    'We kijken wat er voor u is: nieuwe vragen, wie iets kan zien, en wat er is bekeken.',
  'home.now': 'Zo staat het nu',
  'home.requests':
    '{count, plural, =0 {U heeft geen nieuwe vragen.} one {U heeft 1 nieuwe vraag.} other {U heeft # nieuwe vragen.}}',
  'home.grants':
    '{count, plural, =0 {Niemand kan nu iets van u zien.} one {1 organisatie kan nu iets van u zien.} other {# organisaties kunnen nu iets van u zien.}}',
  'home.reads':
    '{count, plural, =0 {De laatste 7 dagen is er niets bekeken.} one {De laatste 7 dagen is er 1 keer iets bekeken.} other {De laatste 7 dagen is er # keer iets bekeken.}}',
  'home.readsMore': 'De laatste 7 dagen is er meer dan {count} keer iets bekeken.',
  'home.first': 'Doe dit eerst',
  'home.firstRequest': '{agency} vraagt iets van u.',
  'home.openRequest': 'Bekijk de vraag',
  'home.nothing': 'U hoeft nu niets te doen.',

  'agency.known': 'Wij kennen deze organisatie. Zij doet officieel mee.',
  'agency.unknown':
    'Wij kennen deze organisatie niet. Pas op: geef alleen iets als u haar vertrouwt.',
  'agency.unknownName': 'Onbekende organisatie ({host})',
  'nav.objections': 'Bezwaren en meldingen',

  'home.newNotice': 'Dit is nieuw',
  'home.moreNotices':
    '{count, plural, one {Er is nog 1 ander nieuw bericht.} other {Er zijn nog # andere nieuwe berichten.}}',
  'home.openNotices': 'Bekijk wat er nieuw is',
} as const;
