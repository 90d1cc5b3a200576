import type { Translation } from '../chapters.ts';

export const messages = {
  'accessibility.title': 'Barrierefreiheit',
  'accessibility.intro':
    'Alle müssen diese App benutzen können. Hier steht, was wir getestet haben und was noch nicht.',
  'accessibility.norm': 'Woran wir uns halten',
  'accessibility.norm.text':
    'Wir bauen die App nach WCAG 2.2, Stufen A und AA. Europäische Regeln verlangen WCAG 2.1, Stufen A und AA.',
  'accessibility.tested': 'Was wir getestet haben',
  'accessibility.tested.how': 'Das macht ein Computer bei jeder Änderung, im Browser Chromium.',
  'accessibility.tested.axe':
    'Das Programm axe {version} sieht sich jede Seite an. Es findet keine Fehler.',
  'accessibility.tested.keyboard': 'Eine Anfrage lässt sich nur mit der Tastatur beantworten.',
  'accessibility.tested.narrow':
    'Jede Seite passt auf einen Bildschirm von 320 Pixeln, auch auf 400 Prozent vergrößert.',
  'accessibility.tested.contrast':
    'Text hat einen Kontrast von 4,5 zu 1, mit hohem Kontrast 7 zu 1.',
  'accessibility.tested.forced':
    'Jede Seite funktioniert mit den Farben Ihres Geräts und mit weniger Bewegung.',
  'accessibility.tested.order':
    'Ein Vorleseprogramm bekommt eine Anfrage in der richtigen Reihenfolge.',
  'accessibility.tested.words': 'Kein Satz hat mehr als 20 Wörter. Fachsprache kommt nicht vor.',
  'accessibility.open': 'Was wir noch nicht getestet haben',
  'accessibility.open.expert':
    'Fachleute von außen haben die App noch nicht geprüft. Darum sagen wir nicht, dass alles stimmt.',
  'accessibility.open.person':
    'Noch niemand hat die App mit einem Vorleseprogramm wie NVDA oder VoiceOver benutzt.',
  'accessibility.open.people': 'Menschen, die wenig lesen, haben die App noch nicht ausprobiert.',
  'accessibility.open.browsers':
    'Andere Browser als Chromium und echte Telefone sind noch nicht getestet.',
  'accessibility.open.languages':
    'Die französischen und deutschen Texte hat noch niemand gelesen, der damit aufwuchs.',
  'accessibility.open.signIn':
    'Die Seite, auf der Sie sich anmelden, gehört Ihrem Datentresor. Sie zählt hier nicht dazu.',
  'accessibility.report': 'Funktioniert etwas für Sie nicht?',
  'accessibility.report.text':
    'Sagen Sie es der Organisation, die Ihnen diese App gibt. Nennen Sie die Seite.',
  'accessibility.report.contact': 'Kontakt',
  'accessibility.report.otherWay':
    'Klappt es mit der App nicht? Jede Anfrage geht auch auf Papier oder am Schalter.',
  'accessibility.version': 'Dies gilt für Version {version}. Wir sahen es am {date} durch.',
} satisfies Translation<'accessibility'>;
