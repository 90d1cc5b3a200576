/** The accessibility statement: `tested.ts` has the sentences that docs/accessibility.md has too. */
export const messages = {
  'accessibility.title': 'Toegankelijkheid',
  'accessibility.intro':
    'Iedereen moet deze app kunnen gebruiken. Hier staat wat wij testten, en wat nog niet.',
  'accessibility.norm': 'Waar wij ons aan houden',
  'accessibility.norm.text':
    'Wij bouwen de app volgens WCAG 2.2, niveau A en AA. Europese regels vragen WCAG 2.1, niveau A en AA.',
  'accessibility.tested': 'Wat wij testten',
  'accessibility.tested.how': 'Dit doet een computer bij elke verandering, in de browser Chromium.',
  'accessibility.tested.axe':
    'Het programma axe {version} bekijkt elke pagina. Het vindt geen fouten.',
  'accessibility.tested.keyboard': 'Een vraag beantwoorden kan met alleen het toetsenbord.',
  'accessibility.tested.narrow':
    'Elke pagina past op een scherm van 320 pixels, ook 400 procent vergroot.',
  'accessibility.tested.contrast':
    'Tekst heeft een contrast van 4,5 op 1, en met veel contrast 7 op 1.',
  'accessibility.tested.forced':
    'Elke pagina werkt met kleuren die uw apparaat kiest, en met minder beweging.',
  'accessibility.tested.order': 'Een schermlezer krijgt een vraag in de goede volgorde.',
  'accessibility.tested.words': 'Geen zin heeft meer dan 20 woorden. Vaktaal staat er niet in.',
  'accessibility.open': 'Wat wij nog niet testten',
  'accessibility.open.expert':
    'Een deskundige van buiten keek de app nog niet na. Daarom zeggen wij niet dat alles klopt.',
  'accessibility.open.person':
    'Niemand gebruikte de app nog met een schermlezer, zoals NVDA of VoiceOver.',
  'accessibility.open.people': 'Mensen die weinig lezen, probeerden de app nog niet uit.',
  'accessibility.open.browsers':
    'Andere browsers dan Chromium, en echte telefoons, zijn nog niet getest.',
  'accessibility.open.languages':
    'De teksten in het Frans en Duits zijn nog niet nagelezen door iemand met die moedertaal.',
  'accessibility.open.signIn':
    'De pagina waar u inlogt, is van uw datakluis. Die hoort hier niet bij.',
  'accessibility.report': 'Werkt iets niet voor u?',
  'accessibility.report.text':
    'Vertel het aan de organisatie die u deze app geeft. Zeg erbij welke pagina het is.',
  'accessibility.report.contact': 'Contact',
  'accessibility.report.otherWay':
    'Lukt het niet met de app? Elke vraag kan ook op papier of aan de balie.',
  'accessibility.version': 'Dit gaat over versie {version}. Wij keken het na op {date}.',
} as const;
