import type { Translation } from '../chapters.ts';

/** Who decides for another by law, and what somebody decides who has come of age. */
export const messages = {
  'represented.title': 'Für wen Sie entscheiden',
  'represented.intro':
    'Das Gesetz oder ein Gericht regelt, dass Sie für diese Menschen entscheiden.',
  'represented.empty': 'Sie entscheiden für niemanden.',
  'represented.emptyHint':
    'Haben Sie das Sorgerecht für ein Kind, oder hat ein Gericht Sie bestellt? Dann steht das hier.',
  'represented.ground.parental-authority': 'Sie haben das Sorgerecht für {name}.',
  'represented.ground.guardianship': 'Sie sind der Vormund von {name}.',
  'represented.ground.court-decision': 'Ein Gericht hat Sie bestellt, für {name} zu entscheiden.',
  'represented.of18': 'Am {date} wird {name} 18. Ab diesem Tag entscheidet {name} selbst.',
  'represented.after':
    'Was Sie erlaubt haben, fragen wir dann {name}. Sagt {name} nichts, endet es nach 30 Tagen. Ein Widerspruch von Ihnen bleibt.',
  'represented.begin': 'Für {name} beginnen',
  'represented.beginText':
    'Sie sehen die Angaben zu diesen Themen. {name} kann sehen, was Sie ansehen und tun.',
  'represented.go': 'Für {name} entscheiden',
  'represented.busy': 'Wir suchen die Angaben.',
  'represented.grants': 'Was Sie für {name} erlaubt haben',
  'represented.noGrants': 'Im Moment gibt es nichts, was Sie für {name} erlaubt haben.',
  'represented.grant': '{agency} sieht das, {until}: {facts}.',
  'represented.over':
    '{name} ist jetzt 18 und entscheidet selbst. Sie können nichts mehr sehen oder tun.',
  'represented.ended': 'Sie entscheiden nicht mehr für {name}.',
  'represented.home.title': 'Sie entscheiden auch für jemand anderen',
  'represented.home.text': 'Sie können für {names} entscheiden.',
  'represented.open': 'Ansehen, für wen Sie entscheiden',
  'cameOfAge.title': 'Sie sind jetzt 18',
  'cameOfAge.who.parental-authority': 'Ihr Elternteil {name}',
  'cameOfAge.who.guardianship': 'Ihr Vormund {name}',
  'cameOfAge.card':
    '{who} hat für Sie zugestimmt, und zwar für {agencies}. Möchten Sie das behalten?',
  'cameOfAge.open': 'Ansehen und wählen',
  'cameOfAge.intro': 'Ab jetzt entscheiden Sie selbst über Ihre Daten.',
  'cameOfAge.before': 'Bis jetzt hat {name} für Sie entschieden.',
  'cameOfAge.over': '{name} kann nichts mehr von Ihnen sehen und nichts mehr für Sie tun.',
  'cameOfAge.choose': 'Möchten Sie das behalten?',
  'cameOfAge.nothing': 'Nichts wartet auf Sie.',
  'cameOfAge.nothingHint':
    'Hat jemand etwas für Sie erlaubt? Dann haben Sie schon gewählt, oder es ist beendet.',
  'cameOfAge.objections': 'Widersprüche, die bleiben',
  'cameOfAge.objectionsText':
    'Diesen Widerspruch hat jemand anderes für Sie eingelegt. Er gilt weiter. Sie müssen nichts tun.',
  'cameOfAge.objection': 'Den Widerspruch gegen {agency} ansehen',
  'cameOfAge.grants': 'Ansehen, wer was sehen kann',
} satisfies Translation<'representation'>;
