import type { Translation } from '../chapters.ts';

export const messages = {
  'help.title': 'Hilfe',
  'help.no.title': 'Muss ich Ja sagen?',
  'help.no.text':
    'Nein. Sie dürfen immer Nein sagen. Es gibt immer einen anderen Weg, zum Beispiel auf Papier oder am Schalter.',
  'help.part.title': 'Kann ich einen Teil teilen?',
  'help.part.text':
    'Ja. Sie wählen jede Angabe einzeln. Sie wählen auch, wie lange. Kürzer als gefragt geht immer.',
  'help.verified.title': 'Was bedeutet geprüft?',
  'help.verified.text':
    'Eine Angabe trägt eine Unterschrift des Absenders. Wir prüfen, ob sie stimmt. Wir prüfen auch, ob der Absender das sagen darf und ob es noch gilt.',
  'help.notVerified.text':
    'Stimmt etwas nicht? Dann steht dort: nicht geprüft. Wir sagen auch, was Sie tun können.',
  'help.stop.title': 'Kann ich aufhören?',
  'help.stop.text':
    'Ja, immer. Gehen Sie zu Wer darf was sehen und wählen Sie Nicht mehr teilen. Was schon gelesen wurde, können wir nicht zurückholen.',
  'help.device.title': 'Was speichert diese App?',
  'help.device.text':
    'Auf diesem Gerät stehen Ihre Sprache und Farben, Ihre Anmeldung und die Nachrichten, die Sie sahen. Auch was Sie bei einer Anfrage wählten, die noch nicht fertig ist. Ihre Daten bleiben in Ihrem Tresor. Melden Sie sich auf einem fremden Gerät ab.',

  'help.law.title': 'Darf jemand etwas lesen, ohne dass ich Ja sage?',
  'help.law.text':
    'Manchmal regelt ein Gesetz, dass eine Organisation etwas lesen darf. Wir sagen es Ihnen. Sie sehen, welches Gesetz das ist.',
  'help.objection.title': 'Was ist ein Widerspruch?',
  'help.objection.text':
    'Sie sagen damit, dass das Lesen nicht zu Ihrer Lage passt. Es ruht sofort, und Sie bekommen eine Antwort.',
} satisfies Translation<'help'>;
