import type { Translation } from '../chapters.ts';

export const messages = {
  'log.title': 'Was angesehen wurde',
  'log.intro': 'Jedes Mal, wenn jemand in Ihrem Tresor etwas las oder änderte, steht es hier.',
  'log.empty': 'Es wurde noch nichts angesehen.',
  'log.emptyHint':
    'Liest eine Organisation etwas von Ihnen? Dann sehen Sie hier wer, was und wann.',
  'log.read': '{agency} las {what}.',
  'log.readFor': '{agency} las {what}, für:',
  'log.changed': '{agency} änderte dies: {what}.',
  'log.times': '{count}-mal',
  'log.older': 'Ältere Zeilen zeigen',
  'log.noOlder': 'Das ist alles.',

  'log.byLaw': 'Auf Grund des Gesetzes.',
  'log.whyAllowed': 'Warum war das erlaubt?',

  'log.picture.title': 'Wie oft jemand hingesehen hat, die letzten {days} Tage',
  'log.picture.from': 'Vor {days} Tagen',
  'log.picture.today': 'Heute',
  'log.picture.asTable': 'Als Tabelle ansehen',
  'log.picture.who': 'Wer',
  'log.picture.times': 'Wie oft',
  'log.picture.newest': 'Zuletzt',
  'log.filter': 'Von welcher Organisation?',
  'log.filter.all': 'Alle Organisationen',
  'log.export': 'Selbst aufbewahren',
  'log.exportHint':
    'Sie können alles, was angesehen wurde, in einer Datei aufbewahren. Die Datei ist für Sie.',
  'log.exportSave': 'Als Datei speichern',
  'log.exportBusy': 'Wir holen alles. Bis jetzt: {count} Zeilen.',
  'log.exported': 'Die Datei ist fertig.',
  'log.file.name': 'was-angesehen-wurde',
  'log.file.when': 'Wann',
  'log.file.who': 'Wer',
  'log.file.what': 'Was',
  'log.helper': 'Ihre Hilfe {name}',
} satisfies Translation<'log'>;
