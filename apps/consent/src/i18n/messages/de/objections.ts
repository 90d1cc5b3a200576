import type { Translation } from '../chapters.ts';

export const messages = {
  'object.title': 'Widersprechen',
  'object.against': 'Sie widersprechen. {agency} darf auf Grund des Gesetzes lesen: {what}.',
  'object.next': 'Was danach geschieht',
  'object.next.stop': 'Wir halten das Lesen sofort an.',
  'object.next.answer':
    '{agency} muss Ihnen bis spätestens {date} antworten, mit einer Begründung.',
  'object.next.after':
    'Bekommen Sie recht? Dann endet das Lesen. Bekommen Sie nicht recht? Dann können Sie sich beschweren.',
  'object.grounds': 'Warum wollen Sie das nicht?',
  'object.groundsHint': 'Ein Satz über Ihre Lage genügt. {agency} liest, was Sie schreiben.',
  'object.empty': 'Schreiben Sie in einem Satz, warum Sie das nicht wollen.',
  'object.send': 'Widerspruch senden',
  'object.back': 'Zurück, ohne Widerspruch',
  'object.sending': 'Wir senden Ihren Widerspruch…',
  'object.sent': 'Ihr Widerspruch ist gesendet.',
  'object.otherWay': 'Lieber anrufen, mailen oder schreiben?',
  'object.conflict':
    'Sie können hier nicht widersprechen, oder Sie haben es schon getan. Sehen Sie bei Widersprüche nach.',

  'objections.title': 'Widersprüche und Meldungen',
  'objections.intro': 'Hier sehen Sie Ihre Widersprüche und Meldungen, und was damit geschieht.',
  'objections.empty': 'Sie haben noch nicht widersprochen.',
  'objections.emptyHint':
    'Widersprechen beginnt bei Wer darf was sehen, unter Auf Grund des Gesetzes.',
  'objections.name': 'Widerspruch gegen {agency}',
  'objections.sentOn': 'Gesendet am {date}',
  'objections.open': 'Diesen Widerspruch gegen {agency} ansehen',

  'objection.title': 'Ihr Widerspruch gegen {agency}',
  'objection.received':
    '{agency} prüft Ihren Widerspruch. Sie bekommen bis spätestens {date} eine Antwort.',
  'objection.late':
    '{agency} ist zu spät: Die Antwort musste am {date} da sein. Sie können sich beschweren.',
  'objection.suspended': 'Das Lesen ruht, bis die Antwort da ist.',
  'objection.upheld': 'Sie bekamen recht. Das Lesen ist beendet.',
  'objection.rejected': 'Sie bekamen nicht recht. {agency} darf wieder lesen.',
  'objection.access': 'Ansehen, was {agency} lesen darf',
  'objection.yourWords': 'Was Sie geschrieben haben',
  'objection.answer': 'Die Antwort',
  'objection.answeredBy': 'Wer antwortete',
  'objection.answeredOn': 'Wann',
  'objection.extension': '{agency} braucht mehr Zeit',
  'objection.extensionWas': '{agency} brauchte mehr Zeit',
  'objection.extensionText': 'Das ist einmal erlaubt, für zwei Monate. Das ist der Grund:',
  'objection.exception': 'Das Lesen geht weiter',
  'objection.exceptionWas': 'Das Lesen ging bis zur Antwort weiter',
  'objection.exceptionText':
    'Das ist nur in einigen Fällen im Gesetz erlaubt (Artikel 18 Absatz 2 DSGVO). Hier ist es:',
  'objection.gone': 'Wir finden diesen Widerspruch nicht.',
  'objection.back': 'Zu meinen Widersprüchen',

  'notices.title': 'Nachrichten über das Gesetz',
  'notices.intro':
    'Das teilen wir Ihnen mit: über das Lesen, das ein Gesetz regelt, und über Ihre Widersprüche.',
  'notices.empty': 'Es gibt keine Nachrichten.',
  'notices.emptyHint':
    'Wird eine Organisation etwas von Ihnen lesen, weil ein Gesetz es regelt? Dann steht es hier.',
  'notices.new': 'Neu:',
  'notices.open': 'Ansehen, was gelesen werden darf',
  'notices.openObjection': 'Ihren Widerspruch ansehen',
  'notices.openFor': '{open}. {what}',
  'notices.toldOn': 'Mitgeteilt am {date}',
  'notices.all': 'Nachrichten über das Gesetz ansehen',
  'notices.delayed':
    '{count, plural, one {Es gibt 1 Zeile, die Sie später sehen, spätestens am {date}.} other {Es gibt # Zeilen, die Sie später sehen, spätestens am {date}.}}',
  'notices.delayedWhy':
    'Das geht nur, wenn ein Gesetz es erlaubt. Jemand achtet darauf, dass Sie es zu sehen bekommen.',

  'notice.mayObject': 'Sie können widersprechen. Ein Satz genügt.',
  'notice.access-given':
    '{agency} darf auf Grund des Gesetzes lesen: {what}. Sie müssen nichts tun.',
  'notice.waiting':
    '{agency} darf ab {date} auf Grund des Gesetzes lesen: {what}. Sie müssen nichts tun.',
  'notice.emergency-access': '{agency} las dies, weil ein Leben in Gefahr war: {what}.',
  'notice.emergency-reviewed': 'Jemand anders prüfte, warum {agency} dies las: {what}.',
  'notice.emergencyJustified':
    'Jemand anders prüfte, warum {agency} dies las: {what}. Es war berechtigt.',
  'notice.emergencyNotJustified':
    'Jemand anders prüfte, warum {agency} dies las: {what}. Es war nicht berechtigt.',
  'notice.access-suspended': '{agency} darf jetzt nicht lesen: {what}. Das ruht.',
  'notice.access-resumed': '{agency} darf wieder lesen: {what}.',
  'notice.access-ended': '{agency} darf nicht mehr lesen: {what}.',
  'notice.objection-received': '{agency} bekam Ihren Widerspruch. Das Lesen ruht.',
  'notice.objection-extended': '{agency} braucht mehr Zeit für Ihren Widerspruch.',
  'notice.objection-exception':
    'Sie haben widersprochen, aber das Lesen durch {agency} geht weiter.',
  'notice.objection-answered': '{agency} hat auf Ihren Widerspruch geantwortet.',
} satisfies Translation<'objections'>;
