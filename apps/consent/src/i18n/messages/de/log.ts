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
} satisfies Translation<'log'>;
