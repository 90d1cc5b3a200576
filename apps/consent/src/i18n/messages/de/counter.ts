import type { Translation } from '../chapters.ts';

export const messages = {
  'letter.title': 'Ein Code aus einem Brief',
  'letter.intro':
    'Haben Sie einen Brief mit einer Anfrage? Tippen Sie hier den Code ein. Dann sehen Sie die Anfrage.',
  'letter.open': 'Zur Anfrage',
  'letter.elsewhere':
    'Möchten Sie lieber nicht am Bildschirm antworten? Nutzen Sie den Abschnitt des Briefs oder einen Schalter.',

  'withoutScreen.title': 'Lieber ohne Bildschirm?',
  'withoutScreen.letter':
    'Bitten Sie die Organisation um einen Brief. Darin stehen die Anfrage, ein Code und ein Abschnitt für Ihre Antwort.',
  'withoutScreen.code': 'Ich habe einen Brief mit einem Code',
  'withoutScreen.counter':
    'Mit dem Brief können Sie auch zu einem Schalter. Bringen Sie Pass, Personalausweis oder Führerschein mit.',
  'withoutScreen.phone': 'Telefon: {phone}',
  'withoutScreen.provider':
    'Lieber anrufen? Der Anbieter Ihres Tresors ist {name}, Telefon {phone}.',
  'withoutScreen.clerk': 'Arbeiten Sie an einem Schalter? Hier tragen Sie eine Antwort ein',

  'entries.title': 'Am Schalter und per Brief',
  'entries.intro':
    'Hier sehen Sie, was andere für Sie eintrugen. Das geht nur mit Ihrem Code oder Ihrer Schalterkarte.',
  'entries.empty': 'Niemand hat etwas für Sie eingetragen.',
  'entries.emptyHint':
    'Antworten Sie an einem Schalter oder mit einem Abschnitt? Dann sehen Sie das hier.',
  'entries.wrong':
    'Stimmt etwas nicht? Beenden Sie das Teilen bei Wer kann was sehen, und rufen Sie den Schalter an.',
  'entry.opened': '{clerk} von {desk} sah sich die Anfrage aus Ihrem Brief an.',
  'entry.answered.counter': '{clerk} von {desk} trug am Schalter Ihre Antwort ein.',
  'entry.answered.paper': '{clerk} von {desk} trug die Antwort Ihres Abschnitts ein.',
  'entry.withdrawn.counter': '{clerk} von {desk} beendete am Schalter das Teilen, wie Sie baten.',
  'entry.withdrawn.paper': '{clerk} von {desk} beendete das Teilen, wie Sie per Brief baten.',
  'entry.somebody': 'Jemand an einem Schalter trug dies ein.',
  'entry.saw': 'Sie waren da. Gesehen: {document}.',
  'entry.strip': 'Es gibt einen unterschriebenen Abschnitt, mit Nummer {reference}.',
  'document.passport': 'Pass',
  'document.identity-card': 'Personalausweis',
  'document.driving-licence': 'Führerschein',
  'document.residence-permit': 'Aufenthaltstitel',

  'counter.title': 'Schalter',
  'counter.notClerk':
    'Sie arbeiten nicht an einem Schalter. Suchen Sie Hilfe? Sehen Sie bei Hilfe, welche Schalter es gibt.',
  'counter.intro': 'Sie sind {clerk}, von {desk}. Sie tragen ein, was die Person entscheidet.',
  'counter.how': 'Wie kommt die Antwort?',
  'counter.how.counter': 'Die Person ist hier',
  'counter.how.paper': 'Mit dem Abschnitt des Briefs',
  'counter.code': 'Code aus dem Brief',
  'counter.codeHint': 'Zehn Zeichen. Großbuchstaben und Strich sind egal.',
  'counter.bornOn': 'Geburtsdatum',
  'counter.bornHint': 'Wie auf dem Dokument oder auf dem Abschnitt.',
  'counter.seen.counter': 'Welches Dokument haben Sie gesehen?',
  'counter.seen.paper': 'Der Abschnitt',
  'counter.reference': 'Nummer, unter der Sie den Abschnitt aufbewahren',
  'counter.referenceHint': 'Kein Name, keine Adresse. Nur Buchstaben, Ziffern und - . / _',
  'counter.confirm.counter': 'Die Person ist hier. Name und Foto auf dem Dokument stimmen.',
  'counter.confirm.paper': 'Der Abschnitt ist unterschrieben und ganz ausgefüllt.',
  'counter.open': 'Anfrage öffnen',
  'counter.missing.how': 'Wählen Sie, wie die Antwort kommt.',
  'counter.missing.code': 'Dieser Code stimmt nicht. Sehen Sie noch einmal auf den Brief.',
  'counter.missing.born': 'Tragen Sie das Geburtsdatum ein.',
  'counter.missing.seen': 'Tragen Sie ein, was Sie sahen, und bestätigen Sie es.',
  'counter.problem.mistyped': 'Dieser Code stimmt nicht. Ein Zeichen ist falsch oder fehlt.',
  'counter.problem.unknown':
    'Wir finden keinen Brief mit diesem Code und Geburtsdatum. Von zwei Briefen zählt nur der neueste.',
  'counter.problem.locked':
    'Dieser Code geht nicht mehr: das Geburtsdatum war zu oft falsch. Die Organisation kann einen neuen Brief senden.',
  'counter.problem.ended':
    'Die Zeit für eine Antwort mit diesem Brief ist vorbei. Der andere Weg steht im Brief.',
  'counter.problem.tooMany':
    'Zu viele Codes waren falsch. Versuchen Sie es in einer Stunde noch einmal.',
  'counter.problem.ownDesk':
    'Ihre Organisation stellte diese Anfrage selbst. Schicken Sie die Person zu einem anderen Schalter.',
  'counter.problem.nothing': 'Es gibt kein Ja, das jetzt gilt. Es gibt nichts zu beenden.',
  'counter.kinds.intro':
    'Das wird gefragt. Hier stehen keine Daten, nur Arten. Die Person sagt, was sie teilt.',
  'counter.kinds.share': 'Teilen: {what}',
  'counter.nothing': 'Nichts',
  'counter.answered': 'Diese Anfrage ist beantwortet',
  'counter.answeredText': 'Das gilt jetzt. Die Person kann es jederzeit beenden.',
  'counter.over': 'Hier ist nichts mehr zu tun',
  'counter.overText':
    'Die Anfrage wurde mit Nein beantwortet, beendet, zurückgenommen oder ist vorbei.',
  'counter.cannotUndo': 'Was schon gelesen wurde, kommt durch das Beenden nicht zurück.',
  'counter.stop': 'Die Person will das Teilen beenden',
  'counter.leave': 'So lassen',
  'counter.next': 'Nächste Person',
  'counter.done.yes': 'Die Antwort ist eingetragen',
  'counter.done.no': 'Das Nein ist eingetragen',
  'counter.done.stopped': 'Das Teilen ist beendet',
  'counter.stoppedText': 'Das galt bis jetzt. Die Organisation kann es nicht mehr lesen.',
  'counter.when': 'Wann',
  'counter.reliedOn': 'Worauf wir uns stützten',
  'counter.number': 'Nummer',
  'counter.keepLetter':
    'Bewahren Sie Ihren Brief auf. Mit demselben Code können Sie an einem Schalter aufhören. Am Bildschirm auch.',
  'counter.print': 'Für die Person drucken',

  'entry.found': '{clerk} von {desk} sah mit Ihrer Schalterkarte nach, was für Sie gilt.',
  'entry.printed': '{clerk} von {desk} druckte eine Anfrage für Sie aus.',
  'entry.carded': '{clerk} von {desk} machte eine Schalterkarte für Sie.',
  'counter.codeOrCard': 'Code aus dem Brief, oder Nummer der Schalterkarte',
  'counter.codeOrCardHint': 'Zehn oder zwölf Zeichen. Großschreibung und Striche sind egal.',
  'counter.missing.card': 'Mit einer Schalterkarte muss die Person hier sein.',
  'counter.problem.cardUnknown':
    'Wir finden keine Schalterkarte mit dieser Nummer und diesem Geburtsdatum. Nur die neueste zählt.',
  'counter.problem.cardLocked':
    'Diese Schalterkarte gilt nicht mehr: Das Geburtsdatum war zu oft falsch. Die Person kann eine neue machen.',
  'counter.problem.tooManyLookups':
    'Sie haben in einer Stunde zu viele Personen gesucht. Bitten Sie jemanden aus dem Team.',
  'counter.problem.ownPrinting':
    'Sie haben diesen Brief selbst gedruckt. Darum trägt jemand anders aus dem Team die Antwort ein.',
  'card.title': 'Ihre Schalterkarte',
  'card.intro':
    'Haben Sie einen Brief oder Beleg verloren? Mit einer Schalterkarte können Sie das Teilen am Schalter trotzdem beenden.',
  'card.bornOn': 'Ihr Geburtsdatum',
  'card.bornHint':
    'Der Schalter vergleicht es mit Ihrem Ausweis. Wir behalten das Datum selbst nicht.',
  'card.make': 'Schalterkarte machen',
  'card.again': 'Neue Schalterkarte machen',
  'card.has': 'Sie haben eine Schalterkarte vom {date}.',
  'card.againHint':
    'Haben Sie die Karte verloren? Machen Sie eine neue. Die alte gilt dann nicht mehr.',
  'card.end': 'Meine Schalterkarte beenden',
  'card.ended': 'Ihre Schalterkarte gilt nicht mehr.',
  'card.missing': 'Geben Sie Ihr Geburtsdatum an.',
  'card.number': 'Nummer der Schalterkarte',
  'card.once':
    'Schreiben Sie diese Nummer auf, oder drucken Sie sie. Sie wird nicht noch einmal gezeigt.',
  'card.use':
    'Bringen Sie zum Schalter mit: diese Nummer und einen Pass, Personalausweis oder Führerschein.',
  'card.careful': 'Geben Sie die Nummer nur einem Schalter.',
  'card.print': 'Schalterkarte drucken',
  'card.give.title': 'Eine Schalterkarte für die Person',
  'card.give.text': 'Mit der Karte kann sie auch ohne Brief am Schalter beenden.',
  'card.give': 'Schalterkarte für die Person machen',
  'desk.title': 'Was für diese Person gilt',
  'desk.intro': 'Die Person sieht, dass Sie nachgesehen haben. Hier stehen keine Daten, nur Arten.',
  'desk.inForce': 'Wer jetzt etwas sehen darf',
  'desk.inForceNone': 'Es gibt nichts, was die Person an diesem Schalter beenden kann.',
  'desk.stop': 'Teilen mit {agency} beenden',
  'desk.stopTitle': 'Will die Person das beenden?',
  'desk.open': 'Anfragen, die auf Antwort warten',
  'desk.openNone': 'Es wartet keine Anfrage.',
  'desk.more.inForce': 'Ältere Einwilligungen zeigen',
  'desk.more.open': 'Ältere Fragen zeigen',
  'desk.language': 'Welche Sprache liest die Person?',
  'desk.print': 'Brief von {agency} machen',
  'desk.letterReady': 'Der Brief ist fertig. Ein früherer Brief zu dieser Anfrage gilt nicht mehr.',
  'desk.openLetter': 'Brief öffnen, zum Drucken',
  'desk.colleague':
    'Die Person antwortet mit dem Abschnitt, oder bei jemand anderem aus dem Team. Sie tragen diese Antwort nicht selbst ein.',
} satisfies Translation<'counter'>;
