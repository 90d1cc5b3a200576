import { finding } from './finding.ts';

/** About objections, and about danger to life. */
export const otherFindings = {
  objection_open: finding(
    '18(1)(d)',
    [
      'De burger maakte bezwaar. Zolang daarop niet is beslist, staat de toegang stil.',
      'The citizen objected. Until that is decided, the access is suspended.',
      'Le citoyen s’est opposé. Jusqu’à la décision, l’accès est arrêté.',
      'Der Bürger hat widersprochen. Bis zur Entscheidung ruht der Zugang.',
    ],
    ['Beantwoord het bezwaar, binnen een maand.', 'Answer the objection, within a month.'],
  ),
  objection_upheld: finding(
    '21(1)',
    [
      'De burger kreeg gelijk in het bezwaar.',
      'The objection of the citizen was upheld.',
      'L’opposition du citoyen est acceptée.',
      'Der Widerspruch des Bürgers hatte Erfolg.',
    ],
    [
      'Stop met lezen, en wis wat u niet langer nodig hebt.',
      'Stop reading, and erase what you no longer need.',
    ],
  ),
  break_glass: finding(
    '6(1)(d)',
    [
      'Er is gevaar voor iemands leven, en er is geen andere grondslag.',
      'A life is in danger, and there is no other legal basis.',
      'Une vie est en danger, et il n’y a pas d’autre base légale.',
      'Ein Leben ist in Gefahr, und es gibt keine andere Rechtsgrundlage.',
    ],
    [
      'De toegang duurt minuten. Zij staat vooraf in het logboek; de burger hoort het daarna en het gebruik wordt beoordeeld.',
      'The access lasts minutes. It is in the log beforehand; the citizen is told after, and the use is reviewed.',
    ],
  ),
  break_glass_incomplete: finding(
    '6(1)(d)',
    [
      'Niet vastgelegd is wat het gevaar is en waarom geen andere grondslag past.',
      'It is not on record what the danger is, and why no other basis fits.',
      'Il n’est pas noté quel est le danger, ni pourquoi aucune autre base ne convient.',
      'Nicht festgehalten ist, worin die Gefahr besteht und warum keine andere Grundlage passt.',
    ],
    ['Schrijf beide op. Dat kan in één zin.', 'Write both down. One sentence will do.'],
  ),
  break_glass_needs_two: finding(
    '6(1)(d)',
    [
      'Eén functionaris alleen kan dit niet openen zonder beoordeling achteraf.',
      'One official alone cannot open this without a review afterwards.',
      'Un seul agent ne peut pas ouvrir cet accès sans contrôle ensuite.',
      'Eine Person allein kann dies nicht öffnen ohne Prüfung danach.',
    ],
    [
      'Laat een tweede functionaris meetekenen, of zet de beoordeling achteraf aan.',
      'Have a second official sign, or switch the review afterwards on.',
    ],
  ),
  break_glass_review_overdue: finding(
    '5(2)',
    [
      'Een eerdere noodtoegang had al beoordeeld moeten zijn. Eén functionaris alleen opent daarom nu niets.',
      'An earlier emergency should have been reviewed by now. So one official alone opens nothing.',
      'Un accès d’urgence précédent aurait déjà dû être contrôlé. Un agent seul n’ouvre donc rien maintenant.',
      'Ein früherer Notzugang hätte schon geprüft sein müssen. Darum öffnet eine Person allein jetzt nichts.',
    ],
    [
      'Laat een tweede functionaris meetekenen: dan kan het meteen. Leg daarna de beoordeling vast.',
      'Have a second official sign: then it opens at once. Put the review on record afterwards.',
    ],
  ),
  emergency_not_justified: finding(
    '6(1)(d), 17(1)(d)',
    [
      'Iemand anders keek dit na. Deze noodtoegang had niet open mogen gaan.',
      'Somebody else looked at this. This emergency access should not have been opened.',
      'Une autre personne l’a vérifié. Cet accès d’urgence n’aurait pas dû être ouvert.',
      'Jemand anders prüfte dies. Dieser Notzugang hätte nicht geöffnet werden dürfen.',
    ],
    [
      'Stop met lezen, en wis wat u las. De burger hoort dit, en kan een klacht indienen.',
      'Stop reading, and erase what you read. The citizen is told, and can complain.',
    ],
  ),
  break_glass_too_long: finding(
    '5(1)(c)',
    [
      'Noodtoegang duurt minuten, geen dagen.',
      'Emergency access lasts minutes, not days.',
      'Un accès d’urgence dure des minutes, pas des jours.',
      'Ein Notzugang dauert Minuten, nicht Tage.',
    ],
    ['Vraag hoogstens een uur.', 'Ask for an hour at most.'],
  ),
} as const;
