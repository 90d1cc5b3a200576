import type { Translation } from '../chapters.ts';

export const messages = {
  'app.name': 'Mein Datentresor',
  'app.skip': 'Zum Inhalt',
  'app.menu': 'Menü',
  'app.navigation': 'Hauptmenü',
  'app.language': 'Sprache',
  'app.signOut': 'Abmelden',
  'app.loading': 'Wird geladen…',
  'app.retry': 'Noch einmal versuchen',
  'app.notRefreshed':
    'Das ist der Stand von {time} Uhr. Aktualisieren geht gerade nicht. Wir versuchen es bald wieder.',
  'app.offline':
    'Sie haben seit {time} Uhr keine Verbindung. Lesen geht noch. Senden geht jetzt nicht.',
  'app.newRequests':
    '{count, plural, one {Es gibt eine neue Anfrage für Sie.} other {Es gibt # neue Anfragen für Sie.}}',
  'app.factsChanged': 'Ihre Daten wurden aktualisiert.',
  'app.quoteOf': '{name} schreibt:',
  'until.day': 'bis einschließlich {date}',
  'until.moment': 'bis {date}, {time} Uhr',

  'nav.home': 'Start',
  'nav.facts': 'Meine Daten',
  'nav.requests': 'Anfragen',
  'nav.grants': 'Wer darf was sehen',
  'nav.log': 'Was angesehen wurde',
  'nav.receipts': 'Belege',
  'nav.help': 'Hilfe',
  'nav.settings': 'Einstellungen',
  'nav.accessibility': 'Barrierefreiheit',

  'notFound.title': 'Diese Seite gibt es nicht',
  'notFound.text': 'Vielleicht stimmt die Adresse nicht. Wählen Sie im Menü, was Sie suchen.',
  'notFound.link': 'Zum Start',

  'signIn.restoring': 'Einen Moment. Wir sehen nach, ob Sie schon angemeldet sind.',
  'signIn.title': 'Ihre Daten, Ihre Wahl',
  'signIn.intro':
    'Sehen Sie, was in Ihrem Datentresor über Sie steht. Sehen Sie, wer danach fragt. Sie entscheiden selbst.',
  'signIn.button': 'Anmelden',
  'signIn.where': 'Sie melden sich bei Ihrem Datentresor an. Danach kommen Sie hierher zurück.',
  'signIn.stopped': 'Sie haben die Anmeldung abgebrochen. Sie können es noch einmal versuchen.',
  'signIn.failed': 'Die Anmeldung ist nicht gelungen. Versuchen Sie es noch einmal.',
  'signIn.expired': 'Sie waren lange angemeldet. Melden Sie sich zur Sicherheit neu an.',
  'signIn.unreachable':
    'Wir erreichen Ihren Datentresor gerade nicht. Versuchen Sie es in ein paar Minuten wieder.',

  'help.promise.title': 'Unser Versprechen',
  'help.promise.text':
    'Niemand liest Ihre Daten ohne Grund. Der Grund ist Ihre Einwilligung oder ein Gesetz. Sie sehen es und können etwas tun.',
  'help.vault.title': 'Was ist ein Datentresor?',
  'help.vault.text':
    'Das ist ein Ort im Internet für Ihre Daten. Der Tresor gehört Ihnen. Organisationen legen Daten hinein, die sie über Sie haben.',

  'problem.title': 'Das ist nicht gelungen',
  'problem.unreachable.what': 'Wir bekamen keine Antwort.',
  'problem.unreachable.means': 'Es hat sich nichts geändert und nichts wurde gesendet.',
  'problem.unreachable.do':
    'Prüfen Sie Ihre Internetverbindung. Versuchen Sie es danach noch einmal.',
  'problem.page.what': 'Diese Seite konnte nicht geladen werden.',
  'problem.page.offline': 'Diese Seite kann nicht geladen werden, weil Sie keine Verbindung haben.',
  'problem.page.means': 'Sie ist noch nicht auf diesem Gerät. Es hat sich nichts geändert.',
  'problem.page.do': 'Prüfen Sie Ihre Internetverbindung. Drücken Sie danach auf den Knopf.',
  'problem.offline.what': 'Sie haben gerade keine Internetverbindung.',
  'problem.offline.means': 'Es wurde nichts gesendet. Ihre Auswahl ist noch da.',
  'problem.offline.do': 'Versuchen Sie es wieder, wenn Sie Internet haben.',
  'problem.authority.what': 'Der Dienst, der Ihre Entscheidungen führt, antwortet nicht.',
  'problem.authority.means': 'Es hat sich nichts geändert. Meine Daten können Sie weiter ansehen.',
  'problem.authority.do': 'Wir versuchen es weiter. Sie müssen nichts tun.',
  'problem.vault.what': 'Ihr Datentresor antwortet nicht.',
  'problem.vault.means':
    'Sie sehen Ihre Daten gerade nicht. Ablehnen, beenden und widersprechen geht weiterhin.',
  'problem.vault.do':
    'Versuchen Sie es in einigen Minuten wieder. Bleibt es so? Rufen Sie Ihren Anbieter an.',
  'problem.sending.means': 'Wir wissen nicht sicher, ob Ihre Wahl angekommen ist.',
  'problem.sending.do':
    'Warten Sie kurz und sehen Sie bei Wer darf was sehen nach. Versuchen Sie es dann noch einmal.',
  'problem.signedOut.what': 'Wir erkennen Sie nicht mehr.',
  'problem.signedOut.means': 'Es hat sich nichts geändert und nichts wurde gesendet.',
  'problem.signedOut.do': 'Melden Sie sich ab und wieder an.',
  'problem.notAllowed.what': 'Das geht mit Ihrem Konto nicht.',
  'problem.notAllowed.means': 'Es hat sich nichts geändert und nichts wurde gesendet.',
  'problem.notAllowed.do':
    'Ist das wirklich Ihr Datentresor? Bitten Sie den Anbieter Ihres Tresors um Hilfe.',
  'problem.answered.what': 'Diese Anfrage ist schon beantwortet, zurückgenommen oder abgelaufen.',
  'problem.answered.means': 'Ihre letzte Wahl zählt nicht.',
  'problem.answered.do': 'Sehen Sie bei Wer darf was sehen, was jetzt gilt.',
  'problem.refused.what': 'Ihre Wahl wurde nicht angenommen.',
  'problem.refused.means':
    'Es hat sich nichts geändert. Niemand kann durch diese Wahl etwas sehen.',
  'problem.refused.do':
    'Fangen Sie bei Anfragen neu an. Geht es weiter schief? Bitten Sie um Hilfe.',
  'problem.unexpected.what': 'Wir bekamen eine Antwort, die wir nicht verstehen.',
  'problem.unexpected.means': 'Das ist unser Fehler, nicht Ihrer.',
  'problem.unexpected.do':
    'Versuchen Sie es später noch einmal. Geht es weiter schief? Bitten Sie um Hilfe.',
  'problem.code': 'Fehlercode: {code}',

  'home.title': 'Willkommen',
  'home.waiting':
    'Wir sehen nach, was es für Sie gibt: neue Fragen, wer etwas sehen kann und was angesehen wurde.',
  'home.now': 'So steht es jetzt',
  'home.requests':
    '{count, plural, =0 {Sie haben keine neuen Anfragen.} one {Sie haben 1 neue Anfrage.} other {Sie haben # neue Anfragen.}}',
  'home.grants':
    '{count, plural, =0 {Niemand kann jetzt etwas von Ihnen sehen.} one {1 Organisation kann jetzt etwas von Ihnen sehen.} other {# Organisationen können jetzt etwas von Ihnen sehen.}}',
  'home.reads':
    '{count, plural, =0 {In den letzten 7 Tagen wurde nichts angesehen.} one {In den letzten 7 Tagen wurde 1-mal etwas angesehen.} other {In den letzten 7 Tagen wurde #-mal etwas angesehen.}}',
  'home.readsMore': 'In den letzten 7 Tagen wurde mehr als {count}-mal etwas angesehen.',
  'home.first': 'Tun Sie dies zuerst',
  'home.firstRequest': '{agency} fragt etwas von Ihnen.',
  'home.openRequest': 'Anfrage ansehen',
  'home.nothing': 'Sie müssen jetzt nichts tun.',

  'agency.known': 'Wir kennen diese Organisation. Sie nimmt offiziell teil.',
  'agency.unknown':
    'Wir kennen diese Organisation nicht. Achtung: Teilen Sie nur etwas, wenn Sie ihr vertrauen.',
  'agency.unknownName': 'Unbekannte Organisation ({host})',
  'nav.objections': 'Widersprüche und Meldungen',

  'home.newNotice': 'Das ist neu',
  'home.moreNotices':
    '{count, plural, one {Es gibt noch 1 andere neue Nachricht.} other {Es gibt noch # andere neue Nachrichten.}}',
  'home.openNotices': 'Neues ansehen',
} satisfies Translation<'start'>;
