import type { Translation } from '../chapters.ts';

export const messages = {
  'grant.title': 'Was {agency} mit Ihrer Einwilligung sieht',
  'grant.gone': 'Diese Einwilligung gibt es nicht',
  'grant.ended': 'Das ist seit dem {date} gestoppt oder abgelaufen.',
  'grant.erased': '{agency} sagt: Ihre Daten wurden bei uns am {date} gelöscht.',
  'grant.endedByAgency': '{agency} brauchte das nicht mehr und hat am {date} damit aufgehört.',
  'grant.canAsk': 'Sie können um Löschung bitten. Das geht hier unten.',

  'askRight.gone.title': 'Das können Sie hier nicht fragen',
  'askRight.gone.text': 'Vielleicht ist die Adresse falsch. Sehen Sie nach bei Wer kann was sehen.',
  'askRight.access.title': 'Fragen, was man über Sie hat',
  'askRight.erasure.title': 'Um Löschung bitten',
  'askRight.restriction.title': 'Um Stillstand der Nutzung bitten',
  'askRight.portability.title': 'Darum bitten, Ihre Daten mitzunehmen',
  'askRight.access.text': 'Sie fragen {agency}, was dort über Sie vorliegt. Es geht um: {what}.',
  'askRight.erasure.text': 'Sie bitten {agency} zu löschen, was gelesen wurde: {what}.',
  'askRight.restriction.text': 'Sie bitten {agency}, dies vorerst nicht zu nutzen: {what}.',
  'askRight.portability.text': 'Sie bitten {agency} um eine Datei mit: {what}.',
  'askRight.access.limit': 'Sie erfahren, was man über Sie hat, wofür, und woher es kam.',
  'askRight.erasure.limit':
    'Manchmal muss etwas per Gesetz aufbewahrt werden. Dann wird es nicht gelöscht, und man sagt warum.',
  'askRight.restriction.limit': 'Die Daten bleiben dann liegen, aber niemand tut etwas damit.',
  'askRight.portability.limit': 'Es geht um das, was Sie selbst gegeben haben.',
  'askRight.next': 'Was danach geschieht',
  'askRight.next.answer': '{agency} antwortet Ihnen spätestens am {date}.',
  'askRight.next.after':
    'Sie sehen die Antwort bei Widersprüche und Meldungen. Sind Sie nicht einverstanden? Dann können Sie sich beschweren.',
  'askRight.words': 'Möchten Sie etwas dazu sagen? Das müssen Sie nicht.',
  'askRight.wordsHint': '{agency} kann das lesen.',
  'askRight.conflict':
    'Sie haben das schon gefragt, oder es geht hier nicht. Sehen Sie nach bei Widersprüche.',
  'askRight.send': 'Meine Bitte senden',
  'askRight.back': 'Nein, zurück',
  'askRight.sending': 'Wir senden Ihre Bitte…',
  'askRight.sent': 'Ihre Bitte wurde an {agency} gesendet.',

  'myRequests.title': 'Worum Sie gebeten haben',
  'myRequests.empty': 'Sie haben noch um nichts gebeten.',
  'myRequests.emptyHint':
    'Bitten Sie eine Organisation um Löschung, oder fragen Sie, was sie hat? Dann steht das hier.',
  'myRequests.access': 'Sie fragten {agency}, was man über Sie hat',
  'myRequests.erasure': 'Sie baten {agency} um Löschung',
  'myRequests.restriction': 'Sie baten {agency}, die Nutzung ruhen zu lassen',
  'myRequests.portability': 'Sie baten {agency} um Ihre Daten',
  'myRequests.askedOn': 'Gesendet am {date}',
  'myRequests.received': '{agency} muss bis zum {date} antworten.',
  'myRequests.late': '{agency} hätte bis zum {date} antworten müssen. Sie können sich beschweren.',
  'myRequests.granted': '{agency} hat es getan.',
  'myRequests.refused': '{agency} tut es nicht.',
  'myRequests.complain':
    'Sind Sie nicht einverstanden? Sie können sich bei der Aufsicht beschweren oder vor Gericht gehen.',
} satisfies Translation<'rights'>;
