import type { Phrase } from '@grondslag/vocab/fact-kinds';

/** Languages a letter is written in. */
export type LetterLanguage = keyof Phrase;

/** What a letter says around the words of the agency. In braces what is filled in. */
export interface LetterWords {
  readonly title: string;
  readonly intro: readonly string[];
  readonly who: string;
  readonly known: string;
  readonly unknown: string;
  readonly whatFor: string;
  readonly ground: string;
  readonly writes: string;
  readonly facts: string;
  readonly factsIntro: string;
  readonly onlyFields: string;
  readonly required: string;
  readonly optional: string;
  readonly until: string;
  readonly untilText: string;
  readonly untilOpen: string;
  readonly ifNo: string;
  readonly ifNoText: string;
  readonly otherRoute: string;
  readonly phone: string;
  readonly answer: string;
  readonly answerIntro: string;
  readonly code: string;
  readonly onScreen: string;
  readonly onScreenText: string;
  readonly atDesk: string;
  readonly atDeskText: string;
  readonly byPost: string;
  readonly byPostText: string;
  readonly stop: string;
  readonly stopText: string;
  readonly strip: string;
  readonly stripIntro: string;
  readonly yes: string;
  readonly share: string;
  readonly shareParts: string;
  readonly apart: string;
  readonly apartYes: string;
  readonly apartNo: string;
  readonly lastDay: string;
  readonly no: string;
  readonly name: string;
  readonly bornOn: string;
  readonly signature: string;
  readonly box: string;
}

/** Dutch at level B1, as in the app: no sentence of more than twenty words. */
export const letterWords: Readonly<Record<LetterLanguage, LetterWords>> = {
  nl: {
    title: '{agency} vraagt iets van u',
    intro: [
      'U heeft een datakluis. Dat is een plek op internet met gegevens over u.',
      '{agency} wil daar iets uit lezen. U beslist zelf. Een nee kost u niets.',
    ],
    who: 'Wie vraagt het?',
    known: 'Deze organisatie doet officieel mee.',
    unknown: 'Wij kennen deze organisatie niet. Geef alleen iets als u haar vertrouwt.',
    whatFor: 'Waarvoor is het?',
    ground: 'Dit mag alleen met uw toestemming. U hoeft die niet te geven.',
    writes: '{agency} schrijft:',
    facts: 'Welke gegevens vragen zij?',
    factsIntro: 'In deze brief staan geen gegevens van u. Hier staat alleen wat zij willen lezen.',
    onlyFields: 'Hiervan alleen: {fields}.',
    required: 'Nodig. Zonder dit kan {agency} u zo niet helpen. Er is wel een andere weg.',
    optional: 'Niet nodig. U kunt dit overslaan.',
    until: 'Hoe lang?',
    untilText: 'Zij vragen het tot en met {date}. Korter mag, langer niet.',
    untilOpen: 'Zij noemen geen einddatum. U kiest er zelf een.',
    ifNo: 'En als u nee zegt?',
    ifNoText: 'Dan leest {agency} niets uit uw kluis. U heeft daar geen nadeel van.',
    otherRoute: 'De andere weg',
    phone: 'Telefoon: {phone}',
    answer: 'Zo geeft u antwoord',
    answerIntro: 'U kiest zelf hoe. Antwoord uiterlijk op {date}.',
    code: 'Uw code',
    onScreen: 'Op het scherm',
    onScreenText: 'Ga naar {app}. Log in en typ uw code.',
    atDesk: 'Aan een balie',
    atDeskText:
      'Neem deze brief mee, en uw paspoort, identiteitskaart of rijbewijs. De medewerker neemt de vraag met u door.',
    byPost: 'Met de strook',
    byPostText:
      'Vul de strook in, knip hem af en stuur hem op. Een medewerker voert uw antwoord in.',
    stop: 'Bewaar deze brief',
    stopText: 'U kunt later altijd stoppen. Dat kan op het scherm, of met uw code aan een balie.',
    strip: 'Antwoordstrook',
    stripIntro: 'Zet een kruisje in het vakje.',
    yes: 'Ja, {agency} mag dit lezen. Kruis aan wat u deelt:',
    share: 'Ik deel: {kind} ({fields})',
    shareParts: 'Ik deel: {kind}. Kruis aan welke delen:',
    apart: 'Dit beschermt de wet extra: {kind}. Daarom vragen wij dit apart.',
    apartYes: 'Ja, {agency} mag ook dit lezen',
    apartNo: 'Nee, dit niet',
    lastDay: 'Tot en met welke dag? Zonder dag kunnen wij uw ja niet invoeren.',
    no: 'Nee, ik deel niets.',
    name: 'Naam',
    bornOn: 'Geboortedatum',
    signature: 'Datum en handtekening',
    box: 'vakje',
  },
  en: {
    title: '{agency} asks something of you',
    intro: [
      'You have a data vault. That is a place on the internet with data about you.',
      '{agency} wants to read something in it. You decide. A no costs you nothing.',
    ],
    who: 'Who asks?',
    known: 'This organisation takes part officially.',
    unknown: 'We do not know this organisation. Give something only if you trust it.',
    whatFor: 'What is it for?',
    ground: 'This is allowed only with your consent. You do not have to give it.',
    writes: '{agency} writes:',
    facts: 'What do they ask for?',
    factsIntro: 'This letter holds no data of yours. It says only what they want to read.',
    onlyFields: 'Of this only: {fields}.',
    required:
      'Needed. Without it {agency} cannot help you in this way. There is another way, though.',
    optional: 'Not needed. You can leave it out.',
    until: 'How long?',
    untilText: 'They ask for it until {date}. Shorter is fine, longer is not.',
    untilOpen: 'They give no end date. You choose one.',
    ifNo: 'And if you say no?',
    ifNoText: 'Then {agency} reads nothing in your vault. You are not worse off for it.',
    otherRoute: 'The other way',
    phone: 'Telephone: {phone}',
    answer: 'How to answer',
    answerIntro: 'You choose how. Answer by {date}.',
    code: 'Your code',
    onScreen: 'On screen',
    onScreenText: 'Go to {app}. Sign in and type your code.',
    atDesk: 'At a counter',
    atDeskText:
      'Bring this letter, and your passport, identity card or driving licence. Somebody goes through the question with you.',
    byPost: 'With the strip',
    byPostText: 'Fill in the strip, cut it off and send it. Somebody enters your answer.',
    stop: 'Keep this letter',
    stopText: 'You can always stop later. On screen, or with your code at a counter.',
    strip: 'Answer strip',
    stripIntro: 'Put a cross in the box.',
    yes: 'Yes, {agency} may read this. Tick what you share:',
    share: 'I share: {kind} ({fields})',
    shareParts: 'I share: {kind}. Tick which parts:',
    apart: 'The law gives this extra protection: {kind}. So we ask about it separately.',
    apartYes: 'Yes, {agency} may read this too',
    apartNo: 'No, not this',
    lastDay: 'Until which day? Without a day we cannot enter your yes.',
    no: 'No, I share nothing.',
    name: 'Name',
    bornOn: 'Date of birth',
    signature: 'Date and signature',
    box: 'box',
  },
  fr: {
    title: '{agency} vous demande quelque chose',
    intro: [
      'Vous avez un coffre de données. C’est un endroit sur internet avec des données sur vous.',
      '{agency} veut y lire quelque chose. C’est vous qui décidez. Dire non ne vous coûte rien.',
    ],
    who: 'Qui demande ?',
    known: 'Cette organisation participe officiellement.',
    unknown:
      'Nous ne connaissons pas cette organisation. Ne donnez quelque chose que si vous lui faites confiance.',
    whatFor: 'Pour quoi faire ?',
    ground: 'C’est permis seulement avec votre accord. Vous n’êtes pas obligé de le donner.',
    writes: '{agency} écrit :',
    facts: 'Quelles données sont demandées ?',
    factsIntro:
      'Cette lettre ne contient aucune de vos données. Elle dit seulement ce qui est demandé.',
    onlyFields: 'Uniquement : {fields}.',
    required:
      'Nécessaire. Sans cela, {agency} ne peut pas vous aider ainsi. Il y a une autre voie.',
    optional: 'Pas nécessaire. Vous pouvez laisser cela de côté.',
    until: 'Combien de temps ?',
    untilText: 'C’est demandé jusqu’au {date}. Plus court est permis, plus long non.',
    untilOpen: 'Aucune date de fin n’est donnée. Vous en choisissez une.',
    ifNo: 'Et si vous dites non ?',
    ifNoText: 'Alors {agency} ne lit rien dans votre coffre. Cela ne vous désavantage pas.',
    otherRoute: 'L’autre voie',
    phone: 'Téléphone : {phone}',
    answer: 'Comment répondre',
    answerIntro: 'Vous choisissez comment. Répondez au plus tard le {date}.',
    code: 'Votre code',
    onScreen: 'À l’écran',
    onScreenText: 'Allez sur {app}. Connectez-vous et tapez votre code.',
    atDesk: 'À un guichet',
    atDeskText:
      'Apportez cette lettre et votre passeport, carte d’identité ou permis de conduire. On parcourt la demande avec vous.',
    byPost: 'Avec le talon',
    byPostText: 'Remplissez le talon, découpez-le et envoyez-le. On saisit votre réponse.',
    stop: 'Gardez cette lettre',
    stopText: 'Vous pouvez toujours arrêter. À l’écran, ou avec votre code à un guichet.',
    strip: 'Talon de réponse',
    stripIntro: 'Mettez une croix dans la case.',
    yes: 'Oui, {agency} peut lire cela. Cochez ce que vous partagez :',
    share: 'Je partage : {kind} ({fields})',
    shareParts: 'Je partage : {kind}. Cochez quelles parties :',
    apart: 'La loi protège davantage ceci : {kind}. Nous vous le demandons donc à part.',
    apartYes: 'Oui, {agency} peut lire cela aussi',
    apartNo: 'Non, pas cela',
    lastDay: 'Jusqu’à quel jour ? Sans date, nous ne pouvons pas saisir votre oui.',
    no: 'Non, je ne partage rien.',
    name: 'Nom',
    bornOn: 'Date de naissance',
    signature: 'Date et signature',
    box: 'case',
  },
  de: {
    title: '{agency} fragt etwas von Ihnen',
    intro: [
      'Sie haben einen Datentresor. Das ist ein Ort im Internet mit Daten über Sie.',
      '{agency} will daraus etwas lesen. Sie entscheiden selbst. Ein Nein kostet Sie nichts.',
    ],
    who: 'Wer fragt?',
    known: 'Diese Organisation nimmt offiziell teil.',
    unknown: 'Wir kennen diese Organisation nicht. Geben Sie nur etwas, wenn Sie ihr vertrauen.',
    whatFor: 'Wofür ist es?',
    ground: 'Das geht nur mit Ihrer Einwilligung. Sie müssen sie nicht geben.',
    writes: '{agency} schreibt:',
    facts: 'Welche Daten werden gefragt?',
    factsIntro: 'In diesem Brief stehen keine Daten von Ihnen. Hier steht nur, was gefragt wird.',
    onlyFields: 'Davon nur: {fields}.',
    required: 'Nötig. Ohne dies kann {agency} Ihnen so nicht helfen. Es gibt einen anderen Weg.',
    optional: 'Nicht nötig. Sie können dies auslassen.',
    until: 'Wie lange?',
    untilText: 'Gefragt ist es bis einschließlich {date}. Kürzer geht, länger nicht.',
    untilOpen: 'Es ist kein Enddatum genannt. Sie wählen selbst eines.',
    ifNo: 'Und wenn Sie Nein sagen?',
    ifNoText: 'Dann liest {agency} nichts aus Ihrem Tresor. Sie haben davon keinen Nachteil.',
    otherRoute: 'Der andere Weg',
    phone: 'Telefon: {phone}',
    answer: 'So antworten Sie',
    answerIntro: 'Sie wählen selbst, wie. Antworten Sie bis zum {date}.',
    code: 'Ihr Code',
    onScreen: 'Am Bildschirm',
    onScreenText: 'Gehen Sie zu {app}. Melden Sie sich an und tippen Sie Ihren Code ein.',
    atDesk: 'An einem Schalter',
    atDeskText:
      'Bringen Sie diesen Brief und Ihren Pass, Personalausweis oder Führerschein mit. Jemand geht die Anfrage mit Ihnen durch.',
    byPost: 'Mit dem Abschnitt',
    byPostText:
      'Füllen Sie den Abschnitt aus, schneiden Sie ihn ab und senden Sie ihn ein. Jemand trägt Ihre Antwort ein.',
    stop: 'Bewahren Sie diesen Brief auf',
    stopText:
      'Sie können später immer aufhören. Am Bildschirm, oder mit Ihrem Code an einem Schalter.',
    strip: 'Antwortabschnitt',
    stripIntro: 'Machen Sie ein Kreuz in das Kästchen.',
    yes: 'Ja, {agency} darf dies lesen. Kreuzen Sie an, was Sie teilen:',
    share: 'Ich teile: {kind} ({fields})',
    shareParts: 'Ich teile: {kind}. Kreuzen Sie an, welche Teile:',
    apart: 'Das Gesetz schützt dies besonders: {kind}. Darum fragen wir dies einzeln.',
    apartYes: 'Ja, {agency} darf auch dies lesen',
    apartNo: 'Nein, dies nicht',
    lastDay: 'Bis zu welchem Tag? Ohne Tag können wir Ihr Ja nicht eintragen.',
    no: 'Nein, ich teile nichts.',
    name: 'Name',
    bornOn: 'Geburtsdatum',
    signature: 'Datum und Unterschrift',
    box: 'Kästchen',
  },
};
