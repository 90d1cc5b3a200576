import type { Translation } from '../chapters.ts';

export const messages = {
  'report.title': 'Einen Fehler melden',
  'report.about': '{source} sagt das über Sie: {fact}.',
  'report.aboutHidden': 'Diese Angabe ist von {source}. Wir zeigen nicht, was darin steht.',
  'report.onlyWords': 'Schreiben Sie auf, was nicht stimmt.',
  'report.which': 'Was stimmt nicht?',
  'report.shouldBe': 'Was soll bei „{field}“ stehen?',
  'report.shouldBeHint': 'Wissen Sie es nicht? Lassen Sie es leer.',
  'report.words': 'Möchten Sie etwas dazu schreiben? Das müssen Sie nicht.',
  'report.wordsHint': '{source} liest, was Sie schreiben.',
  'report.none': 'Wählen Sie zuerst, was nicht stimmt, oder schreiben Sie es auf.',
  'report.next': 'Was danach geschieht',
  'report.next.source': '{source} prüft es.',
  'report.next.told':
    'Organisationen, die das lesen dürfen, erfahren von Ihrer Meldung. Ihre Worte bekommen sie nicht.',
  'report.next.answer': 'Sie bekommen eine Antwort, spätestens am {date}.',
  'report.next.after':
    'Haben Sie recht? Dann kommt die richtige Angabe in Ihren Tresor. Wer die alte las, erfährt das.',
  'report.next.meanwhile': 'Bis dahin bleibt die Angabe, wie sie ist.',
  'report.send': 'Meine Meldung senden',
  'report.back': 'Zurück, ohne Meldung',
  'report.sending': 'Wir senden Ihre Meldung…',
  'report.sent': 'Ihre Meldung ist gesendet.',
  'report.conflict':
    'Es läuft schon eine Meldung, oder Sie haben zu viele. Sehen Sie bei Widersprüche und Meldungen nach.',
  'report.cannot': 'Diese Angabe finden wir nicht in Ihrem Datentresor.',
  'reports.title': 'Meine Meldungen von Fehlern',
  'reports.empty': 'Sie haben noch keinen Fehler gemeldet.',
  'reports.emptyHint': 'Einen Fehler melden Sie bei Meine Daten, unter der Angabe selbst.',
  'reports.name': 'Fehler in: {fact}',
  'reports.sentOn': 'Gesendet am {date}',
  'reports.open': 'Die Meldung ansehen: {fact}',
  'correction.title': 'Ihre Meldung eines Fehlers',
  'correction.received':
    '{source} hat Ihre Meldung. Sie bekommen eine Antwort, spätestens am {date}.',
  'correction.in-examination':
    '{source} prüft es. Sie bekommen eine Antwort, spätestens am {date}.',
  'correction.late':
    '{source} ist zu spät: Die Antwort war am {date} fällig. Sie können sich beschweren.',
  'correction.corrected': '{source} hat es berichtigt.',
  'correction.rejected': '{source} berichtigt es nicht.',
  'correction.new':
    'Die neue Angabe steht bei Meine Daten. Organisationen, die die alte lasen, wissen es.',
  'correction.said': 'Was Sie gemeldet haben',
  'correction.about': 'Über',
  'correction.wrong': 'Das stimmt nicht',
  'correction.shouldBe': '{field}. Richtig ist:',
  'correction.yourWords': 'Sie schrieben dazu',
  'correction.steps': 'Was geschah',
  'correction.step.received': 'Ihre Meldung kam an.',
  'correction.step.in-examination': '{source} begann zu prüfen.',
  'correction.step.corrected': '{source} berichtigte es.',
  'correction.step.rejected': '{source} berichtigt es nicht. Der Grund:',
  'correction.gone': 'Diese Meldung finden wir nicht.',
  'correction.back': 'Zu meinen Widersprüchen und Meldungen',
  'correction.toFacts': 'Meine Daten ansehen',
} satisfies Translation<'corrections'>;
