import type { Translation } from '../chapters.ts';

export const messages = {
  'grants.title': 'Wer darf was sehen',
  'grants.intro':
    'Jemand kann etwas von Ihnen sehen, wenn Sie einverstanden sind oder wenn ein Gesetz es regelt.',
  'grants.yours': 'Mit Ihrer Einwilligung',
  'grants.yoursIntro': 'Hier haben Sie Ja gesagt. Sie können immer aufhören.',
  'grants.empty': 'Sie haben zu niemandem Ja gesagt.',
  'grants.emptyHint': 'Sagen Sie Ja zu einer Anfrage? Dann sehen Sie das hier.',
  'grants.facts': 'Kann sehen',
  'grants.purpose': 'Wofür',
  'grants.until': 'Bis wann',
  'grants.noEnd': 'Kein Enddatum',
  'grants.since': 'Seit',
  'grants.permission': 'Einwilligung {number} von {count}',
  'grants.stop': 'Nicht mehr teilen',
  'grants.stopFor': 'Nicht mehr teilen mit {agency}: {facts}',
  'grants.placing': 'Wer Daten in Ihren Tresor legt',
  'grants.placingHint': 'Mit dieser Einwilligung kann niemand etwas ansehen.',
  'grants.placingLine': '{agency} darf dies ändern: {facts}.',
  'grants.placingStop': 'Dies beenden für {agency}',
  'grants.ended': 'Beendet oder abgelaufen',
  'grants.endedEmpty': 'Noch nichts ist beendet oder abgelaufen.',
  'grants.revoked': '{agency} sah {facts}. Sie haben das beendet.',
  'grants.expired': '{agency} sah {facts}. Das lief am {date} ab.',
  'grants.stopped':
    'Sie teilen nicht mehr. Innerhalb einer Minute kann {agency} diese Daten nicht mehr sehen.',
  'grants.stoppedPlacing':
    'Sie haben es beendet. Innerhalb einer Minute kann {agency} nichts mehr in Ihren Tresor legen.',

  'stop.title': 'Wollen Sie nicht mehr teilen?',
  'stop.what': '{agency} kann dies dann nicht mehr sehen:',
  'stop.titlePlacing': 'Wollen Sie dies beenden?',
  'stop.whatPlacing': '{agency} kann dies dann nicht mehr ändern:',
  'stop.placed': 'Was schon in Ihrem Tresor ist, bleibt dort. Neue Daten kommen nicht mehr dazu.',
  'stop.when': 'Das wirkt innerhalb einer Minute.',
  'stop.cannot.title': 'Was sich nicht beenden lässt',
  'stop.cannot.text':
    'Was {agency} schon gesehen hat, können wir nicht zurückholen. Manchmal darf die Organisation es behalten.',
  'stop.cannot.ask': 'Soll es gelöscht werden? Bitten Sie {agency} darum.',
  'stop.yes': 'Ja, nicht mehr teilen',
  'stop.yesPlacing': 'Ja, dies beenden',
  'stop.no': 'Nein, zurück',
  'stop.sending': 'Wir beenden das Teilen…',
  'stop.gone': 'Dies ist schon beendet oder abgelaufen.',

  'map.title': 'Auf einen Blick',
  'map.consent': 'Mit Ihrer Einwilligung',
  'map.law': 'Auf Grundlage des Gesetzes',
  'map.asList': 'Nach Angaben ansehen',
  'map.seenBy.consent': '{agency} (mit Ihrer Einwilligung)',
  'map.seenBy.law': '{agency} (auf Grundlage des Gesetzes)',
} satisfies Translation<'grants'>;
