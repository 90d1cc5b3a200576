import type { Words } from '../findings/finding.ts';
import type { Article6 } from '../law/article-6.ts';
import type { Right, RightInContext } from './right.ts';

/** What rights depend on, beside the basis. */
export interface RightsContext {
  /** Whether the citizen provided the data, rather than a source. */
  readonly providedByCitizen: boolean;
  /** Whether the agency decides by machine alone. */
  readonly automatedDecision: boolean;
  /** With an exception of Article 18(2) on record the use goes on while the objection is assessed. */
  readonly objection: 'none' | 'open' | 'open-with-exception' | 'upheld' | 'rejected';
  readonly directMarketing: boolean;
}

type Answer = readonly [available: RightInContext['available'], why: Words];
type Rights = Record<Article6, Answer>;

type Said = readonly [nl: string, en: string, fr: string, de: string];
const words = (...[nl, en, fr, de]: Said): Words => ({ nl, en, fr, de });
const yes = (...said: Said): Answer => ['yes', words(...said)];
const no = (...said: Said): Answer => ['no', words(...said)];
const conditional = (...said: Said): Answer => ['conditional', words(...said)];

const notConsent = no(
  'U gaf geen toestemming. Daarom valt er niets in te trekken.',
  'You gave no consent. So there is nothing to withdraw.',
  'Vous n’avez pas donné de consentement. Il n’y a donc rien à retirer.',
  'Sie haben keine Einwilligung gegeben. Also gibt es nichts zu widerrufen.',
);
const withdraw: Rights = {
  a: yes(
    'U kunt uw toestemming altijd intrekken.',
    'You can withdraw your consent at any time.',
    'Vous pouvez retirer votre consentement à tout moment.',
    'Sie können Ihre Einwilligung jederzeit widerrufen.',
  ),
  b: no(
    'Dit hoort bij uw overeenkomst. Die kunt u wel opzeggen.',
    'This belongs to your contract. You can end that.',
    'Ceci fait partie de votre contrat. Vous pouvez y mettre fin.',
    'Das gehört zu Ihrem Vertrag. Den können Sie kündigen.',
  ),
  ...{ c: notConsent, d: notConsent, e: notConsent, f: notConsent },
};

const canObject = yes(
  'U kunt bezwaar maken. Dat mag met één zin over uw situatie.',
  'You can object. One sentence about your situation is enough.',
  'Vous pouvez vous opposer. Une phrase sur votre situation suffit.',
  'Sie können widersprechen. Ein Satz über Ihre Lage genügt.',
);
const object: Rights = {
  a: no(
    'Bezwaar is niet nodig: u kunt stoppen.',
    'There is no need to object: you can stop.',
    'Il n’est pas nécessaire de vous opposer : vous pouvez arrêter.',
    'Ein Widerspruch ist nicht nötig: Sie können aufhören.',
  ),
  b: no(
    'Bezwaar geldt niet bij een overeenkomst. Opzeggen kan wel.',
    'Objecting does not apply to a contract. You can end it.',
    'On ne peut pas s’opposer à un contrat. Vous pouvez y mettre fin.',
    'Bei einem Vertrag gilt kein Widerspruch. Kündigen geht.',
  ),
  c: no(
    'Bezwaar kan niet: de wet verplicht dit. Klagen kan wel.',
    'You cannot object: the law obliges this. You can complain.',
    'Vous ne pouvez pas vous opposer : la loi l’impose. Vous pouvez faire une réclamation.',
    'Widersprechen geht nicht: Das Gesetz verpflichtet dazu. Sie können sich beschweren.',
  ),
  d: no(
    'Bezwaar geldt niet bij gevaar voor een leven. Klagen kan wel.',
    'Objecting does not apply when a life is in danger. You can complain.',
    'On ne peut pas s’opposer quand une vie est en danger. Vous pouvez faire une réclamation.',
    'Bei Gefahr für ein Leben gilt kein Widerspruch. Sie können sich beschweren.',
  ),
  ...{ e: canObject, f: canObject },
};

const whenNoLongerNeeded = conditional(
  'Als de gegevens niet meer nodig zijn, of niet mochten worden gebruikt.',
  'When the data are no longer needed, or were not allowed to be used.',
  'Quand les données ne sont plus nécessaires, ou que leur utilisation n’était pas permise.',
  'Wenn die Daten nicht mehr nötig sind oder nicht benutzt werden durften.',
);
const erasure: Rights = {
  a: yes(
    'Na het stoppen, als er geen andere reden is om ze te bewaren.',
    'After you stop, when there is no other reason to keep them.',
    'Après votre arrêt, s’il n’y a pas d’autre raison de les garder.',
    'Nachdem Sie aufhören, wenn es keinen anderen Grund zum Aufbewahren gibt.',
  ),
  b: whenNoLongerNeeded,
  c: conditional(
    'Niet zolang de wet het bewaren verplicht. Wel als het gebruik niet mocht.',
    'Not while the law obliges keeping them. Yes when the use was not allowed.',
    'Pas tant que la loi oblige à les garder. Oui si l’utilisation n’était pas permise.',
    'Nicht, solange das Gesetz zum Aufbewahren verpflichtet. Ja, wenn die Nutzung nicht erlaubt war.',
  ),
  d: whenNoLongerNeeded,
  e: conditional(
    'Niet zolang de taak ze nodig heeft. Wel als u gelijk krijgt in een bezwaar.',
    'Not while the task needs them. Yes when your objection is upheld.',
    'Pas tant que la mission en a besoin. Oui si votre opposition est acceptée.',
    'Nicht, solange die Aufgabe sie braucht. Ja, wenn Ihr Widerspruch Erfolg hat.',
  ),
  f: conditional(
    'Als u gelijk krijgt in een bezwaar, of als ze niet meer nodig zijn.',
    'When your objection is upheld, or they are no longer needed.',
    'Si votre opposition est acceptée, ou si elles ne sont plus nécessaires.',
    'Wenn Ihr Widerspruch Erfolg hat oder sie nicht mehr nötig sind.',
  ),
};

const notPortable = no(
  'Dit recht geldt alleen bij toestemming of een overeenkomst.',
  'This right applies to consent or a contract only.',
  'Ce droit vaut seulement pour un consentement ou un contrat.',
  'Dieses Recht gilt nur bei einer Einwilligung oder einem Vertrag.',
);
const portability: Rights = {
  a: yes(
    'U kunt meekrijgen wat u zelf gaf.',
    'You can take with you what you provided.',
    'Vous pouvez emporter ce que vous avez donné vous-même.',
    'Sie können mitnehmen, was Sie selbst gegeben haben.',
  ),
  b: yes(
    'U kunt meekrijgen wat u zelf gaf.',
    'You can take with you what you provided.',
    'Vous pouvez emporter ce que vous avez donné vous-même.',
    'Sie können mitnehmen, was Sie selbst gegeben haben.',
  ),
  ...{ c: notPortable, d: notPortable, e: notPortable, f: notPortable },
};

const onlyByLaw = conditional(
  'Alleen een wet kan toestaan dat een computer dit alleen beslist.',
  'Only a law can allow a computer to decide this alone.',
  'Seule une loi peut permettre qu’un ordinateur décide seul.',
  'Nur ein Gesetz kann erlauben, dass ein Computer allein entscheidet.',
);
const automated: Rights = {
  a: conditional(
    'Een computer mag dit alleen beslissen als u dat uitdrukkelijk goed vond. U kunt een mens vragen.',
    'A computer may decide this alone only when you explicitly agreed. You can ask for a human.',
    'Un ordinateur peut décider seul uniquement si vous étiez expressément d’accord. Vous pouvez demander une personne.',
    'Ein Computer darf nur allein entscheiden, wenn Sie ausdrücklich einverstanden waren. Sie können einen Menschen verlangen.',
  ),
  b: conditional(
    'Een computer mag dit alleen beslissen als de overeenkomst dat nodig heeft. U kunt een mens vragen.',
    'A computer may decide this alone only when the contract needs it. You can ask for a human.',
    'Un ordinateur peut décider seul uniquement si le contrat l’exige. Vous pouvez demander une personne.',
    'Ein Computer darf nur allein entscheiden, wenn der Vertrag es braucht. Sie können einen Menschen verlangen.',
  ),
  ...{ c: onlyByLaw, d: onlyByLaw, e: onlyByLaw, f: onlyByLaw },
};

/** The same for every basis. */
const always = {
  rectification: yes(
    'Klopt een gegeven niet, dan kunt u dat melden.',
    'When a fact is wrong, you can report it.',
    'Si une donnée est fausse, vous pouvez le signaler.',
    'Stimmt eine Angabe nicht, können Sie es melden.',
  ),
  access: yes(
    'U kunt vragen welke gegevens zij van u hebben.',
    'You can ask which data they hold about you.',
    'Vous pouvez demander quelles données ils ont sur vous.',
    'Sie können fragen, welche Daten dort über Sie stehen.',
  ),
  information: yes(
    'Zij moeten u vertellen wat zij doen, en waarom.',
    'They must tell you what they do, and why.',
    'Ils doivent vous dire ce qu’ils font, et pourquoi.',
    'Man muss Ihnen sagen, was geschieht und warum.',
  ),
  recipients: yes(
    'Wie de gegevens kreeg, moet horen dat ze zijn veranderd of gewist.',
    'Whoever received the data must hear that they were corrected or erased.',
    'Qui a reçu les données doit apprendre qu’elles sont corrigées ou effacées.',
    'Wer die Daten bekam, muss erfahren, dass sie berichtigt oder gelöscht wurden.',
  ),
  complaint: yes(
    'U kunt klagen bij de toezichthouder.',
    'You can complain to the supervisory authority.',
    'Vous pouvez faire une réclamation à l’autorité de contrôle.',
    'Sie können sich bei der Aufsichtsbehörde beschweren.',
  ),
  court: yes(
    'U kunt naar de rechter.',
    'You can go to court.',
    'Vous pouvez aller au tribunal.',
    'Sie können vor Gericht gehen.',
  ),
} as const;

/**
 * The rights of a citizen against an agency that uses data on this basis: each right once, available or not, and why.
 * The table is that of Articles 7, 12–22 and 77–79 GDPR; a data protection officer should confirm it.
 */
export function rightsFor(basis: Article6, context: RightsContext): readonly RightInContext[] {
  const { objection, automatedDecision } = context;
  const line = (
    right: Right,
    article: string,
    [available, why]: Answer,
    action?: RightInContext['action'],
  ): RightInContext => ({
    ...{ right, article, available, why },
    ...(action !== undefined && available !== 'no' && { action }),
  });
  return [
    line('withdraw', '7(3)', withdraw[basis], 'stop'),
    line(
      'object',
      context.directMarketing ? '21(2)' : '21(1)',
      objectLine(basis, context),
      objection === 'none' || objection === 'rejected' ? 'object' : undefined,
    ),
    line('rectification', '16', always.rectification, 'correct'),
    line('restriction', '18', restrictionLine(objection), 'restrict'),
    line('erasure', '17', erasureLine(basis, objection), 'erase'),
    line('portability', '20', portabilityLine(basis, context), 'export'),
    line('access', '15', always.access, 'ask'),
    line('information', '13-14', always.information),
    line('notify-recipients', '19', always.recipients),
    line('no-automated-decision', '22', automatedDecision ? automated[basis] : notAutomated, 'ask'),
    line('complaint', '77', always.complaint, 'complain'),
    line('court', '78-79', always.court),
  ];
}

const notAutomated = yes(
  'Een mens beslist. Een computer mag dit niet alleen doen.',
  'A human decides. A computer may not do this alone.',
  'Une personne décide. Un ordinateur ne peut pas le faire seul.',
  'Ein Mensch entscheidet. Ein Computer darf das nicht allein.',
);

function objectLine(basis: Article6, { objection, directMarketing }: RightsContext): Answer {
  if (directMarketing && basis === 'f') {
    return yes(
      'U kunt reclame altijd stoppen.',
      'You can always stop direct marketing.',
      'Vous pouvez toujours arrêter la publicité.',
      'Sie können Werbung immer beenden.',
    );
  }
  const [available] = object[basis];
  if (available === 'no' || objection === 'none' || objection === 'rejected') return object[basis];
  return objection !== 'upheld'
    ? yes(
        'U maakte al bezwaar. Dat wordt nu beoordeeld.',
        'You already objected. That is being assessed now.',
        'Vous avez déjà fait opposition. Elle est étudiée maintenant.',
        'Sie haben schon widersprochen. Das wird jetzt geprüft.',
      )
    : yes(
        'U kreeg gelijk in uw bezwaar. Het gebruik is gestopt.',
        'Your objection was upheld. The use has stopped.',
        'Votre opposition est acceptée. L’utilisation est arrêtée.',
        'Ihr Widerspruch hatte Erfolg. Die Nutzung ist beendet.',
      );
}

function restrictionLine(objection: RightsContext['objection']): Answer {
  return objection === 'open'
    ? yes(
        'Het gebruik staat stil zolang uw bezwaar wordt beoordeeld.',
        'The use is suspended while your objection is assessed.',
        'L’utilisation est arrêtée pendant l’étude de votre opposition.',
        'Die Nutzung ruht, solange Ihr Widerspruch geprüft wird.',
      )
    : conditional(
        'Het gebruik kan stilstaan, bijvoorbeeld zolang wordt nagekeken of een gegeven klopt.',
        'The use can be suspended, for instance while it is checked whether a fact is right.',
        'L’utilisation peut être arrêtée, par exemple le temps de vérifier une donnée.',
        'Die Nutzung kann ruhen, zum Beispiel solange eine Angabe geprüft wird.',
      );
}

function erasureLine(basis: Article6, objection: RightsContext['objection']): Answer {
  if ((basis === 'e' || basis === 'f') && objection === 'upheld') {
    return yes(
      'U kreeg gelijk in uw bezwaar. U kunt vragen om te wissen.',
      'Your objection was upheld. You can ask for erasure.',
      'Votre opposition est acceptée. Vous pouvez demander d’effacer.',
      'Ihr Widerspruch hatte Erfolg. Sie können um Löschung bitten.',
    );
  }
  return erasure[basis];
}

function portabilityLine(basis: Article6, { providedByCitizen }: RightsContext): Answer {
  const [available] = portability[basis];
  if (available === 'no' || providedByCitizen) return portability[basis];
  return no(
    'Dit gaf u niet zelf: een bron plaatste het.',
    'You did not provide this: a source placed it.',
    'Vous n’avez pas donné ceci vous-même : une source l’a mis là.',
    'Das haben Sie nicht selbst gegeben: Eine Quelle hat es dort hingelegt.',
  );
}
